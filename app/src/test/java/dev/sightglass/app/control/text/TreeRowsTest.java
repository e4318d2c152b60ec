package dev.sightglass.app.control.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.DisplayRow.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeRowsTest {
    private static final String REQUEST = "{\"model\":\"gpt-4.1\",\"max_tokens\":32000,\"stream\":true,\"messages\":["
            + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"one\\ntwo\"}]},"
            + "{\"role\":\"assistant\",\"content\":[]}],\"tools\":null}";

    private static TreeRows tree(String text, Syntax syntax) {
        byte[] bytes = text.getBytes(UTF_8);
        return TreeRows.of(new SourceText(bytes, bytes.length, syntax));
    }

    private static List<String> texts(RowSource rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> rows.row(row).text())
                .toList();
    }

    private static int row(RowSource rows, String start) {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.row(row).text().strip().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static String path(TreeRows rows, int row) {
        ValueAt value = rows.valueAt(rows.startOf(row));
        assertThat(value).isNotNull();
        return value.path();
    }

    @Test
    void everyValueHasARowWithItsTypeAndFoldedOnesTheirCount() {
        TreeRows rows = tree(REQUEST, Syntax.JSON).foldAll();

        assertThat(texts(rows))
                .containsExactly(
                        "  {5 keys}  " + REQUEST.length() + " B",
                        "    model: \"gpt-4.1\"",
                        "    max_tokens: 32000",
                        "    stream: true",
                        "    messages: [2 items]  97 B",
                        "    tools: null");
        assertThat(rows.row(2).spans().getLast().kind()).isEqualTo(Kind.NUMBER);
        assertThat(rows.row(3).spans().getLast().kind()).isEqualTo(Kind.LITERAL);
        assertThat(rows.row(4).fold()).isEqualTo(Fold.CLOSED);
    }

    @Test
    void openingShowsTheChildrenAndTheirPaths() {
        TreeRows rows = tree(REQUEST, Syntax.JSON).unfoldAll();

        int text = row(rows, "text: ");
        assertThat(path(rows, text)).isEqualTo("messages[0].content[0].text");
        assertThat(path(rows, rows.parentRow(text))).isEqualTo("messages[0].content[0]");
        assertThat(rows.row(row(rows, "content: []")).fold()).isEqualTo(Fold.NONE);
        assertThat(rows.toggle(row(rows, "messages")).size()).isEqualTo(6);
    }

    @Test
    void stringsWithLinesOpenAsText() {
        TreeRows rows = tree(REQUEST, Syntax.JSON).unfoldAll();
        int text = row(rows, "text: ");

        TreeRows opened = rows.toggle(text);

        assertThat(opened.row(text + 1).text().strip()).isEqualTo("one");
        assertThat(opened.row(text + 2).text().strip()).isEqualTo("two");
        assertThat(opened.copy(opened.startOf(text + 1), opened.endOf(text + 2)))
                .isEqualTo("one\ntwo");
        assertThat(path(opened, text + 2)).isEqualTo("messages[0].content[0].text");
        assertThat(opened.toggle(text).size()).isEqualTo(rows.size());
    }

    @Test
    void stringsThatHoldJsonOpenAsTreesWithPlacesInTheTextAround() {
        String json = "{\"arguments\":\"{\\\"command\\\":\\\"ls\\\",\\\"env\\\":{\\\"A\\\":\\\"\\u00e9\\\"}}\"}";
        TreeRows rows = tree(json, Syntax.JSON);

        TreeRows opened = rows.toggle(1);

        assertThat(opened.row(2).text().strip()).isEqualTo("command: \"ls\"");
        assertThat(opened.startOf(2)).isEqualTo(json.indexOf("\\\"command"));
        assertThat(path(opened, 2)).isEqualTo("arguments → command");
        TreeRows deeper = opened.toggle(3);
        assertThat(deeper.row(4).text().strip()).isEqualTo("A: \"é\"");
        assertThat(path(deeper, 4)).isEqualTo("arguments → env.A");
    }

    @Test
    void aHitIsRevealedInsideFoldsAndInsideJsonStrings() {
        String json = "{\"a\":{\"b\":[1,{\"arguments\":\"{\\\"x\\\":\\\"" + "y".repeat(300) + " needle\\\"}\"}]}}";
        int hit = json.indexOf("needle");
        TreeRows rows = tree(json, Syntax.JSON).foldAll();
        assertThat(rows.shows(hit)).isFalse();

        TreeRows revealed = rows.reveal(hit);

        assertThat(path(revealed, revealed.rowOf(hit))).isEqualTo("a.b[1].arguments → x");
    }

    @Test
    void aStreamHasATreeForEachEvent() {
        String stream = ": ping\n\nevent: message_start\ndata: {\"type\":\"message_start\",\"index\":0}\n\n"
                + "event: message_stop\r\ndata: {\"type\":\"message_stop\"}\r\n\r\ndata: [DONE]\n\n";
        TreeRows rows = tree(stream, Syntax.SSE);

        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.row(0).text().strip()).startsWith("0  message_start  {index: 0}");
        assertThat(rows.row(2).text().strip()).isEqualTo("2: [DONE]");
        TreeRows opened = rows.toggle(1);
        assertThat(path(opened, 2)).isEqualTo("[1].type");
    }

    @Test
    void jsonLinesAreATreeForEachLine() {
        TreeRows rows = tree("{\"a\":1}\n{\"a\":[2]}\n", Syntax.JSON_LINES).unfoldAll();

        assertThat(path(rows, row(rows, "0: 2"))).isEqualTo("[1].a[0]");
    }

    @Test
    void brokenJsonShowsWhatCameBeforeAndSaysWhere() {
        TreeRows rows = tree("{\"a\":1,\"b\":}", Syntax.JSON);

        assertThat(texts(rows)).hasSize(2);
        assertThat(rows.fault()).isNotNull();
        assertThat(rows.fault().offset()).isEqualTo(11);
    }

    @Test
    void growingStreamKeepsWhatIsOpen() {
        String event = "data: {\"type\":\"ping\"}\n\n";
        TreeRows before = tree(event, Syntax.SSE).toggle(0);

        TreeRows after = tree(event + event, Syntax.SSE).foldedAs(before);

        assertThat(after.size()).isEqualTo(3);
        assertThat(after.row(2).fold()).isEqualTo(Fold.CLOSED);
    }

    @Test
    void aHundredThousandLevelsDoNotOverflow() {
        TreeRows rows = tree("[".repeat(100_000), Syntax.JSON).unfoldAll();

        assertThat(rows.fault().message()).contains("levels");
        assertThat(rows.size()).isEqualTo(1_000);
    }
}
