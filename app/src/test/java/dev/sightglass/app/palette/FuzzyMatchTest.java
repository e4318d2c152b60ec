package dev.sightglass.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
    @Test
    void firstLettersOfWordsFitBest() {
        assertThat(marked("clc", "Copy launch command (sh)")).isEqualTo("[C]opy [l]aunch [c]ommand (sh)");
        assertThat(score("clc", "Copy launch command")).isGreaterThan(score("clc", "Calculus"));
    }

    @Test
    void lettersSideBySideAreMarkedTogether() {
        assertThat(marked("set", "Normal size and settings")).isEqualTo("Normal size and [set]tings");
    }

    @Test
    void wordsMayStandInAnyOrder() {
        assertThat(marked("zoom in", "Zoom in")).isEqualTo("[Zoom] [in]");
        assertThat(FuzzyMatch.of("command copy", "Copy launch command")).isPresent();
    }

    @Test
    void aMissingLetterFitsNothing() {
        assertThat(FuzzyMatch.of("exz", "Export…")).isEmpty();
        assertThat(FuzzyMatch.of("tt", "t")).isEmpty();
        assertThat(FuzzyMatch.of("a", "")).isEmpty();
    }

    @Test
    void nothingTypedFitsEverything() {
        assertThat(FuzzyMatch.of("  ", "Export…"))
                .get()
                .satisfies(match -> assertThat(match.letters().isEmpty()).isTrue());
    }

    @Test
    void upperAndLowerCaseAreTheSame() {
        assertThat(marked("EXP", "Export…")).isEqualTo("[Exp]ort…");
    }

    private static int score(String typed, String title) {
        return FuzzyMatch.of(typed, title).orElseThrow().score();
    }

    private static String marked(String typed, String title) {
        FuzzyMatch match = FuzzyMatch.of(typed, title).orElseThrow();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < title.length(); i++)
            text.append(match.letters().get(i) ? "[" + title.charAt(i) + "]" : String.valueOf(title.charAt(i)));
        return text.toString().replace("][", "");
    }
}
