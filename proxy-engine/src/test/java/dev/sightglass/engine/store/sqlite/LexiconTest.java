package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.HeadText;
import dev.sightglass.engine.store.form.TextMatcher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconTest {
    private static final String[] WORDS = {
        "heliotrope",
        "Helio",
        "trope",
        "a",
        "x7",
        "GetUserName",
        "2026",
        "na\u00efve",
        "Gr\u00fc\u00dfe",
        "\u4f60\u597d\u4e16\u754c",
        "\u597d\u4f60",
        "\u041f\u0440\u0438\u0432\u0435\u0442",
        "\ud83d\ude00",
        "foo_bar",
        "C:\\\\temp",
        "two\\nlines",
        "\\u00e9t\\u00e9",
        "\\\"quoted\\\"",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "path/to.java"
    };

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(20_261_122);
    /** What each exchange said, as it stands in the bodies. */
    private final Map<ExchangeId, String> said = new LinkedHashMap<>();
    /** What its heads say, in small letters. */
    private final Map<ExchangeId, String> heads = new LinkedHashMap<>();

    private SqliteExchangeStore open() {
        return SqliteExchangeStore.open(StoreOptions.writing(folder));
    }

    private Session reading() throws SQLException {
        return Session.reading(folder.resolve("exchanges.db"));
    }

    private static byte[] message(String text) {
        return ("{\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}").getBytes(StandardCharsets.UTF_8);
    }

    private ExchangeId record(SqliteExchangeStore store, String text) {
        ExchangeId id = store.nextId();
        BodyRef request = new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0);
        store.save(SampleExchanges.inFlight(id));
        store.append(request, 1_000, message(text));
        store.finishBody(request);
        store.save(SampleExchanges.succeeded(id));
        said.put(id, text);
        heads.put(id, HeadText.of(SampleExchanges.succeeded(id)).toLowerCase(Locale.ROOT));
        return id;
    }

    private String sentence() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            String word = random.nextInt(4) == 0
                    ? Long.toString(random.nextLong(1L << 30), 36)
                    : WORDS[random.nextInt(WORDS.length)];
            text.append(random.nextBoolean() ? word : word.substring(0, 1 + random.nextInt(word.length())));
            text.append(new String[] {" ", "_", "", ", ", "-"}[random.nextInt(5)]);
        }
        // Half an escape would make the JSON another text.
        String whole = text.toString();
        return whole.replaceAll("\\\\(?![nt\\\\\"]|u[0-9a-f]{4})", "").replaceAll("(?<!\\\\)\"", "");
    }

    private List<ExchangeId> scanned(String text) {
        TextMatcher matcher = new TextMatcher(text);
        List<ExchangeId> found = new ArrayList<>();
        said.forEach((id, each) -> {
            if (matcher.matches(message(each)) || heads.get(id).contains(text.toLowerCase(Locale.ROOT))) found.add(id);
        });
        Collections.reverse(found);
        return found;
    }

    private void assertSearchIsAsGoodAsAScan(SqliteExchangeStore store, int queries) {
        List<String> texts = List.copyOf(said.values());
        for (int i = 0; i < queries; i++) {
            String text = texts.get(random.nextInt(texts.size()));
            int start = random.nextInt(Math.max(1, text.length()));
            String part = text.substring(start, Math.min(text.length(), start + 1 + random.nextInt(14)));
            List<ExchangeId> wanted = scanned(part);
            List<ExchangeId> told = new ArrayList<>();
            store.search(part, Integer.MAX_VALUE, told::add);
            assertThat(told).as(part).containsExactlyInAnyOrderElementsOf(wanted);
            assertTheNewestComeFirst(store, part, wanted);
        }
    }

    private void assertTheNewestComeFirst(SqliteExchangeStore store, String part, List<ExchangeId> wanted) {
        int limit = 1 + random.nextInt(40);
        List<ExchangeId> told = new ArrayList<>();
        store.search(part, limit, told::add);
        assertThat(told).as(part).isEqualTo(wanted.subList(0, Math.min(limit, wanted.size())));
    }

    @Test
    void aBodyThatIsOneVeryLongWordIsKeptAndFound() {
        char[] letters = new char[24_000_000];
        for (int i = 0; i < letters.length; i++) letters[i] = (char) ('a' + random.nextInt(26));
        String word = new String(letters);
        ExchangeId id;
        try (SqliteExchangeStore store = open()) {
            id = record(store, word);
        }

        try (SqliteExchangeStore store = open()) {
            BodyRef request = new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0);
            assertThat(store.body(request).bytes()).isEqualTo(message(word));
            assertThat(store.search(word.substring(20_000_000, 20_000_040), 10)).containsExactly(id);
        }
    }

    @Test
    void aSearchFindsWhatAPlainScanFinds() throws Exception {
        for (int round = 0; round < 6; round++) {
            try (SqliteExchangeStore store = open()) {
                int count = 100 + random.nextInt(150);
                for (int i = 0; i < count; i++) record(store, sentence());
                store.flush();
                assertSearchIsAsGoodAsAScan(store, 40);
            }
        }
        try (SqliteExchangeStore store = open()) {
            assertSearchIsAsGoodAsAScan(store, 300);
            assertThat(store.search("nowhereatall", Integer.MAX_VALUE)).isEmpty();
        }
        try (Session session = reading()) {
            assertThat(session.number("SELECT count(*) FROM lexicon")).isLessThan(5);
            assertThat(session.number("SELECT sum(units) FROM lexicon")).isEqualTo(said.size());
        }
    }

    @Test
    void whatHasTooManyOddWordsIsAlwaysRead() throws Exception {
        byte[] picture = new byte[90_000];
        for (int i = 0; i < picture.length; i++) picture[i] = (byte) random.nextInt();
        String base64 = Base64.getEncoder().encodeToString(picture);
        ExchangeId blob;
        try (SqliteExchangeStore store = open()) {
            blob = record(store, base64);
            for (int i = 0; i < 300; i++) record(store, "turn " + i);
        }
        try (SqliteExchangeStore store = open();
                Session session = reading()) {
            assertThat(store.search(base64.substring(60_000, 60_020), 10)).containsExactly(blob);
            assertThat(session.number("SELECT sum(length(words)) FROM lexicon")).isLessThan(10_000);
        }
    }

    @Test
    void aStoreWithSievesIsSearchedWhileItsWordsAreStillToBeTold() throws Exception {
        try (SqliteExchangeStore store = open()) {
            for (int i = 0; i < 500; i++) record(store, sentence());
        }
        try (Session session = Session.writing(folder.resolve("exchanges.db"))) {
            OldStores.takeBackToSieves(session);
        }
        try (SqliteExchangeStore store = open()) {
            assertSearchIsAsGoodAsAScan(store, 40);
            try (Session session = reading()) {
                await().until(() -> session.number("SELECT sum(units) FROM lexicon") > 250);
                assertThat(session.number("SELECT count(*) FROM sqlite_schema WHERE name = 'sieve'"))
                        .isZero();
            }
            assertSearchIsAsGoodAsAScan(store, 40);
        }
        try (SqliteExchangeStore store = open();
                Session session = reading()) {
            assertThat(session.number("SELECT sum(units) FROM lexicon")).isEqualTo(said.size());
            assertSearchIsAsGoodAsAScan(store, 40);
        }
    }

    @Test
    void aDamagedLexiconHidesNothing() throws Exception {
        for (int round = 0; round < 2; round++) {
            try (SqliteExchangeStore store = open()) {
                for (int i = 0; i < 300; i++) record(store, sentence());
            }
        }
        for (String damage : List.of(
                "UPDATE lexicon SET words = zeroblob(length(words)) WHERE id = 1",
                "UPDATE listing SET lists = zeroblob(length(lists)) WHERE lexicon = 1",
                "UPDATE lexicon SET packs = zeroblob(7) WHERE id = 1",
                "DELETE FROM listing",
                "DELETE FROM lexicon")) {
            try (Session session = Session.writing(folder.resolve("exchanges.db"))) {
                session.run(damage);
            }
            try (SqliteExchangeStore store = open()) {
                assertSearchIsAsGoodAsAScan(store, 40);
            }
        }
    }

    @Test
    void aDamagedNumberOfAPackDoesNotKeepTheWriterBusy() throws Exception {
        try (SqliteExchangeStore store = open()) {
            for (int i = 0; i < 500; i++) record(store, sentence());
        }
        try (Session session = Session.writing(folder.resolve("exchanges.db"))) {
            session.run("DELETE FROM listing");
            session.run("DELETE FROM lexicon");
            session.run("INSERT INTO pack(id, base, size, data) VALUES(2000000000, 0, 1, x'00')");
            session.run("UPDATE sqlite_sequence SET seq = 500 WHERE name = 'pack'");
        }
        try (SqliteExchangeStore store = open();
                Session session = reading()) {
            assertSearchIsAsGoodAsAScan(store, 40);
            await().until(() -> session.number("SELECT sum(units) FROM lexicon") > 250);
        }
        try (Session session = reading()) {
            assertThat(session.number("SELECT sum(units) FROM lexicon")).isLessThanOrEqualTo(said.size());
        }
    }

    @Test
    void deletedExchangesLeaveNoWordBehind() throws Exception {
        List<ExchangeId> secret = new ArrayList<>();
        try (SqliteExchangeStore store = open()) {
            for (int i = 0; i < 400; i++) {
                ExchangeId id = record(store, sentence() + (i % 40 == 7 ? " canary" + i : ""));
                if (i % 40 == 7) secret.add(id);
            }
        }
        assertThat(words()).contains("canary7", "canary367", "heliotrope");
        try (SqliteExchangeStore store = open()) {
            store.remove(secret);
            store.purge();
            secret.forEach(said::remove);
            await().until(() -> !store.isRewriting());
            assertThat(words()).noneMatch(word -> word.startsWith("canary")).contains("heliotrope");
            assertSearchIsAsGoodAsAScan(store, 100);
        }
        assertThat(words()).noneMatch(word -> word.startsWith("canary"));
        try (SqliteExchangeStore store = open()) {
            assertSearchIsAsGoodAsAScan(store, 100);
            assertThat(store.search("canary", 10)).isEmpty();
        }
    }

    private Set<String> words() throws SQLException {
        Set<String> words = new HashSet<>();
        try (Session session = reading()) {
            for (long id : Lexicon.all(session)) {
                Lexicon lexicon = Lexicon.read(session, id);
                if (lexicon != null)
                    words.addAll(List.of(new String(lexicon.words(), StandardCharsets.UTF_8).split("\n")));
            }
        }
        return words;
    }
}
