package dev.sightglass.app.control.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.DisplayRow.Kind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentRowsTest {

    private static DocumentRows rows(String text, Syntax syntax, int columns) {
        byte[] bytes = text.getBytes(UTF_8);
        return DocumentRows.of(TextDocument.of(bytes, bytes.length, syntax, columns));
    }

    @Test
    void longLinesBecomeSeveralRowsThatCopyAsOne() {
        String line = "x".repeat(2_500);
        DocumentRows rows = rows(line + "\nend", Syntax.PLAIN, 1_000);

        assertThat(rows.size()).isEqualTo(4);
        assertThat(rows.row(1).gutter()).isEmpty();
        assertThat(rows.row(3).gutter()).isEqualTo("2");
        assertThat(rows.copy(0, 2_500)).isEqualTo(line);
    }

    @Test
    void noCharacterIsCutInTwo() {
        DocumentRows rows = rows("ä".repeat(50) + "😀".repeat(50), Syntax.PLAIN, 7);

        String all = IntStream.range(0, rows.size())
                .mapToObj(row -> rows.row(row).text())
                .reduce("", String::concat);
        assertThat(all).isEqualTo("ä".repeat(50) + "😀".repeat(50));
    }

    @Test
    void controlAndBidiCharactersAreVisibleMarks() {
        DisplayRow row = rows("a\u202Eb\u0000c\u200B", Syntax.PLAIN, 100).row(0);

        assertThat(row.text()).isEqualTo("a<U+202E>b<U+0000>c<U+200B>");
        assertThat(row.spans()).extracting(DisplayRow.Span::kind).contains(Kind.MARK);
    }

    @Test
    void bytesThatAreNotUtf8AreVisibleMarks() {
        byte[] bytes = {'"', (byte) 0xC3, (byte) 0x28, (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        DocumentRows rows = DocumentRows.of(TextDocument.of(bytes, bytes.length, Syntax.JSON, 100));

        assertThat(rows.row(0).text()).isEqualTo("\"<C3>(<ED><A0><80>\"");
    }

    @Test
    void keysStringsNumbersAndLiteralsHaveTheirColours() {
        DisplayRow row = rows("  \"a\\\"b\": [\"x: \\\"y\", -1.5e3, true]", Syntax.JSON, 100)
                .row(0);

        assertThat(row.spans().stream()
                        .filter(span -> span.kind() != Kind.PUNCTUATION && span.kind() != Kind.PLAIN)
                        .map(span -> span.kind() + " " + row.text().substring(span.start(), span.end())))
                .containsExactly("KEY \"a\\\"b\"", "STRING \"x: \\\"y\"", "NUMBER -1.5e3", "LITERAL true");
    }

    @Test
    void rowsInsideALongStringKeepItsColour() {
        DisplayRow row =
                rows("\"" + "{1:2} ".repeat(100) + "\"", Syntax.JSON, 60).row(1);

        assertThat(row.spans()).extracting(DisplayRow.Span::kind).containsExactly(Kind.STRING);
    }

    @Test
    void foldedBlockHidesItsRowsAndShowsItsEnd() {
        DocumentRows open = rows("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": 1\n}", Syntax.JSON, 100);

        DocumentRows folded = open.toggle(1);

        assertThat(open.row(1).fold()).isEqualTo(Fold.OPEN);
        assertThat(folded.row(1).fold()).isEqualTo(Fold.CLOSED);
        assertThat(folded.row(1).text()).isEqualTo("  \"a\": [ … 2 lines");
        assertThat(folded.row(2).text()).isEqualTo("  ],");
        assertThat(folded.size()).isEqualTo(5);
    }

    @Test
    void revealingAPositionOpensWhatHidesIt() {
        String text = "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": 1\n}";
        DocumentRows folded = rows(text, Syntax.JSON, 100).foldFrom(0);

        DocumentRows revealed = folded.reveal(text.indexOf('2'));

        assertThat(folded.size()).isLessThan(revealed.size());
        assertThat(revealed.row(revealed.rowOf(text.indexOf('2'))).text()).isEqualTo("    2");
    }

    @Test
    void hexRowsShowBytesAndCharacters() {
        HexRows rows = new HexRows("Hello, sight glass".getBytes(UTF_8), Syntax.PLAIN);

        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.row(0).text()).startsWith("48 65 6c 6c 6f 2c 20 73  69").endsWith("Hello, sight gla");
        assertThat(rows.copy(0, 5)).isEqualTo("48 65 6c 6c 6f");
    }
}
