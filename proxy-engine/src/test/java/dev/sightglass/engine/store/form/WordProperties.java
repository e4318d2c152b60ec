package dev.sightglass.engine.store.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WordProperties {
    private static final String[] SHREDS = {
        "the",
        "Heliotrope",
        "q",
        "x7",
        "_",
        " ",
        "  ",
        ".",
        ",",
        "-",
        "/",
        "\"",
        "\\\"",
        "\\\\",
        "\\n",
        "\\t",
        "\\/",
        "\\",
        "\\\\n",
        "\n",
        "\\u00fc",
        "\\u00DC",
        "\\\\u4f60",
        "\\u597d",
        "\u4f60",
        "\u597d\u4e16\u754c",
        "\u00fc",
        "\u00dc",
        "\u00e9t\u00e9",
        "\u041f\u0440\u0438\u0432\u0435\u0442",
        "\u043f\u0440",
        "\ud83d\ude00",
        "\\ud83d\\ude00",
        "\ud83d\ude01",
        "\u0130",
        "\u212a",
        "\u2026",
        "\u13a0",
        "0123456789abcdef0123456789abcdef0123456789abcdef",
        "call_aB3x",
        "{",
        "}",
        "=",
        ">",
        "<",
        "\u0000",
        "\\u0041",
        "\\u003e",
        "=>",
        "():",
        "\\u0026&"
    };

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(SHREDS).list().ofMaxSize(40).map(l -> String.join("", l));
    }

    /** What the store's words say of a text: false when it is surely not in the bytes. */
    private static boolean mayHold(byte[] bytes, String text) {
        byte[] taken = new WordSet().add(bytes).take();
        byte[] words = new ByteSink().put(WordSet.END).put(taken).toBytes();
        WordQuestion question = new WordQuestion(text);
        for (int part = 0; part < question.parts(); part++) if (question.find(part, words, 0) < 0) return false;
        return true;
    }

    @Property(tries = 20_000)
    void wordsNeverDenyATextThatIsThere(
            @ForAll("texts") String text,
            @ForAll @IntRange(max = 200) int from,
            @ForAll @IntRange(max = 60) int length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String raw = new String(bytes, StandardCharsets.UTF_8);
        for (String level : List.of(raw, Unescape.text(raw), Unescape.text(Unescape.text(raw)))) {
            String part = level.substring(
                    Math.min(from, level.length()), Math.min(level.length(), Math.min(from, level.length()) + length));
            for (String asked : List.of(part, part.toUpperCase(Locale.ROOT)))
                if (!asked.isEmpty() && new TextMatcher(asked).matches(bytes))
                    assertThat(mayHold(bytes, asked)).as(asked).isTrue();
        }
    }

    @Property(tries = 5_000)
    void wordsNeverDenyATextThatIsThereByChance(@ForAll("texts") String text, @ForAll("texts") String asked) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String part = asked.substring(0, Math.min(asked.length(), 4));
        if (new TextMatcher(part).matches(bytes))
            assertThat(mayHold(bytes, part)).isTrue();
    }

    @Property(tries = 2_000)
    void textsOfPlainRunsAreFoundAtAnyDepth(@ForAll("plain") String text) {
        byte[] bytes = ("{\"x\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(new TextMatcher(text.toUpperCase(Locale.ROOT)).matches(bytes))
                .isTrue();
        assertThat(mayHold(bytes, text.toUpperCase(Locale.ROOT))).isTrue();
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars(" _9")
                .ofMinLength(1)
                .ofMaxLength(200);
    }

    @Provide
    Arbitrary<List<List<Integer>>> lists() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 299);
        Arbitrary<List<Integer>> few = number.set().ofMinSize(1).ofMaxSize(300).map(WordProperties::sorted);
        Arbitrary<List<Integer>> most = number.set().ofMaxSize(30).map(gone -> {
            List<Integer> kept = new ArrayList<>();
            for (int i = 0; i < 300; i++) if (!gone.contains(i)) kept.add(i);
            return kept;
        });
        return Combinators.combine(few.list().ofMaxSize(80), most.list().ofMaxSize(5))
                .as((a, b) -> {
                    List<List<Integer>> both = new ArrayList<>(a);
                    both.addAll(b);
                    return both;
                });
    }

    private static List<Integer> sorted(java.util.Set<Integer> numbers) {
        return List.copyOf(new TreeSet<>(numbers));
    }

    @Property(tries = 300)
    void listsOfNumbersComeBack(
            @ForAll("lists") List<List<Integer>> lists, @ForAll @IntRange(min = 1, max = 7) int step) {
        NumberLists.Writer writer = new NumberLists.Writer(300);
        for (List<Integer> list : lists)
            writer.add(list.stream().mapToInt(Integer::intValue).toArray(), list.size());
        List<byte[]> chunks = writer.chunks();
        assertThat(chunks).hasSize(lists.isEmpty() ? 0 : 1);
        if (lists.isEmpty()) return;
        NumberLists.Reader reader = new NumberLists.Reader(chunks.getFirst(), 300);
        for (int i = 0; i < lists.size(); i += step) {
            reader.read(i);
            List<Integer> read = new ArrayList<>();
            for (int n = 0; n < reader.count(); n++) read.add(reader.numbers()[n]);
            assertThat(read).isEqualTo(lists.get(i));
        }
    }
}
