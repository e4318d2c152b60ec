package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.BodyRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSearchTest {
    @TempDir
    Path folder;

    private SqliteExchangeStore store;

    @BeforeEach
    void open() {
        store = SqliteExchangeStore.open(StoreOptions.writing(folder));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private ExchangeId record(BodyPart part, String... pieces) {
        ExchangeId id = store.nextId();
        boolean upstream = part == BodyPart.UPSTREAM_REQUEST || part == BodyPart.UPSTREAM_RESPONSE;
        BodyRef ref = new BodyRef(id, part, upstream ? 1 : 0);
        store.save(SampleExchanges.inFlight(id));
        for (String piece : pieces) store.append(ref, 1_000_000, piece.getBytes(StandardCharsets.UTF_8));
        store.finishBody(ref);
        store.save(SampleExchanges.succeeded(id));
        return id;
    }

    private static String delta(String text) {
        return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
                + "\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}}\n\n";
    }

    private void assertFound(String text, ExchangeId... ids) {
        assertThat(store.search(text, 100)).as("in memory").containsExactly(ids);
        store.flush();
        assertThat(store.search(text, 100)).as("in the file").containsExactly(ids);
    }

    @Test
    void aWordSplitOverThreeDeltasIsFound() {
        ExchangeId id = record(BodyPart.DOWNSTREAM_RESPONSE, delta("the kalei"), delta("dosc"), delta("ope turns"));
        assertFound("kaleidoscope", id);
        assertFound("kaleidograph");
    }

    @Test
    void aWordInsideEscapedJsonIsFound() {
        String arguments =
                "{\\\"path\\\":\\\"C:\\\\\\\\temp\\\\\\\\na\u00efve.txt\\\",\\\"say\\\":\\\"two\\\\nlines\\\"}";
        ExchangeId id = record(
                BodyPart.UPSTREAM_REQUEST,
                "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"function\":{\"name\":\"Read\",\"arguments\":\""
                        + arguments + "\"}}]}]}");
        assertFound("na\u00efve.txt", id);
        assertFound("C:\\temp\\na", id);
        assertFound("two\nlines", id);
        assertFound("\"path\":\"C:", id);
    }

    @Test
    void escapedLettersAreFoundInAnyCase() {
        ExchangeId id = record(
                BodyPart.DOWNSTREAM_REQUEST,
                "{\"messages\":[{\"role\":\"user\",\"content\":\"Gr\\u00fc\\u00dfe aus Z\\u00fcrich\"}]}");
        assertFound("GR\u00dc\u00dfE AUS z\u00fcrich", id);
    }

    @Test
    void everyExchangeThatSendsTheTextAgainIsFoundNewestFirst() {
        String message = "{\"role\":\"user\",\"content\":\"where is the heliotrope\"}";
        List<ExchangeId> ids = new ArrayList<>();
        StringBuilder history = new StringBuilder(message);
        for (int i = 0; i < 40; i++) {
            ids.addFirst(record(BodyPart.DOWNSTREAM_REQUEST, "{\"messages\":[" + history + "]}"));
            history.append(",{\"role\":\"assistant\",\"content\":\"answer ")
                    .append(i)
                    .append("\"}");
        }
        record(BodyPart.DOWNSTREAM_REQUEST, "{\"messages\":[{\"role\":\"user\",\"content\":\"another\"}]}");
        assertFound("heliotrope", ids.toArray(ExchangeId[]::new));
        assertThat(store.search("heliotrope", 3)).isEqualTo(ids.subList(0, 3));
        assertFound("answer 38", ids.getFirst());
    }

    @Test
    void veryShortTextsAreFound() {
        ExchangeId id = record(
                BodyPart.DOWNSTREAM_REQUEST, "{\"messages\":[{\"role\":\"user\",\"content\":\"\u4e2d\u6587 Q\"}]}");
        assertFound("\u4e2d", id);
        assertFound("q", id);
    }

    @Test
    void headersUrlsAndFailuresAreFoundToo() {
        ExchangeId plain = record(BodyPart.DOWNSTREAM_REQUEST, "{\"messages\":[]}");
        ExchangeId failed = store.nextId();
        store.save(SampleExchanges.exchange(
                failed,
                new Outcome.ApiError(429, "RateLimitReached", "Quota of the heliograph exceeded"),
                Body.EMPTY,
                SampleExchanges.STARTED));
        assertFound("x-ms-region: sweden CENTRAL", failed, plain);
        assertFound("contoso.openai.azure.com/openai/deployments", failed, plain);
        assertFound("the HELIOGRAPH", failed);
        assertFound("gpt-4.1/chat/comp", failed, plain);
        assertThat(store.search("sweden", 1)).containsExactly(failed);
    }

    @Test
    void aDamagedPieceHidesNothingThatStandsElsewhere() throws SQLException {
        List<ExchangeId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++)
            ids.add(record(BodyPart.DOWNSTREAM_REQUEST, "{\"messages\":[{\"content\":\"the heliotrope " + i + "\"}]}"));
        store.close();
        try (Session session = Session.writing(folder.resolve("exchanges.db"))) {
            session.run("UPDATE pack SET data = zeroblob(length(data)) WHERE id = 2");
            session.run("UPDATE body SET recipe = zeroblob(3), pack = -1 WHERE exchange = 4");
            session.run("INSERT INTO pack(id, base, size, data) VALUES(1 << 40, 0, 1, x'00')");
            session.run("INSERT INTO body SELECT 1 << 45, part, attempt, form, size, crc, 1 << 50, slot, recipe"
                    + " FROM body WHERE exchange = 4");
        }
        open();
        assertThat(store.search("heliotrope", Integer.MAX_VALUE)).containsExactly(ids.get(4), ids.get(2), ids.get(0));
        assertThat(store.search("heliotrope", 2)).containsExactly(ids.get(4), ids.get(2));
    }

    @Test
    void howHeadsAreStoredIsNotFound() {
        record(BodyPart.DOWNSTREAM_REQUEST, "{\"messages\":[]}");
        assertFound("sentAt");
        assertFound("\"attempts\"");
    }
}
