package dev.sightglass.app.control.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static List<String> shown(List<String> before, List<String> after) {
        return LineDiff.of(before, after).stream()
                .map(line -> switch (line.tone()) {
                    case ADDED -> "+" + line.text();
                    case REMOVED -> "-" + line.text();
                    case PLAIN, CHANGED, ABSENT -> " " + line.text();
                })
                .toList();
    }

    @Test
    void changedLineIsRemovedAndAdded() {
        assertThat(shown(List.of("a", "b", "c"), List.of("a", "x", "c"))).containsExactly(" a", "-b", "+x", " c");
    }

    @Test
    void emptyTextsGiveNoLines() {
        assertThat(shown(List.of(), List.of())).isEmpty();
        assertThat(shown(List.of(), List.of("a"))).containsExactly("+a");
    }

    @Test
    void lineNumbersBelongToTheirTexts() {
        List<LineDiff.Line> lines = LineDiff.of(List.of("a", "b", "c"), List.of("a", "c"));

        assertThat(lines)
                .containsExactly(
                        new LineDiff.Line(Tone.PLAIN, "a", 1, 1),
                        new LineDiff.Line(Tone.REMOVED, "b", 2, 0),
                        new LineDiff.Line(Tone.PLAIN, "c", 3, 2));
    }

    @Test
    void changesAtBothEndsOfALargeTextAreTheOnlyOnes() {
        List<String> before = new ArrayList<>(IntStream.range(0, 100_000)
                .mapToObj(i -> i % 3 == 0 ? "same" : "line " + i)
                .toList());
        List<String> after = new ArrayList<>(before);
        after.set(1, "changed");
        after.add("new");
        after.set(99_990, "also changed");

        List<LineDiff.Line> lines = LineDiff.of(before, after);

        assertThat(lines.stream().filter(line -> line.tone() == Tone.ADDED)).hasSize(3);
        assertThat(lines.stream().filter(line -> line.tone() == Tone.REMOVED)).hasSize(2);
    }

    @Test
    void linesOfBothTextsAreAllThereWhateverTheOrder() {
        List<String> before =
                IntStream.range(0, 5_000).mapToObj(i -> "l" + i % 700).toList();
        List<String> after = new ArrayList<>(before);
        Collections.reverse(after);

        List<LineDiff.Line> lines = LineDiff.of(before, after);

        assertThat(lines.stream()
                        .filter(line -> line.before() > 0)
                        .map(LineDiff.Line::text)
                        .toList())
                .isEqualTo(before);
        assertThat(lines.stream()
                        .filter(line -> line.after() > 0)
                        .map(LineDiff.Line::text)
                        .toList())
                .isEqualTo(after);
    }
}
