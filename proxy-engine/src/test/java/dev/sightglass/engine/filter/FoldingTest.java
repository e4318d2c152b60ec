package dev.sightglass.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldingTest {
    /** Letters of one byte and of two, some of which change their length or kind with their case. */
    private static final String LETTERS = "aAbBzZ09-_ äÄßµÀ×ÿ\u0130\u0131\u212AΣςσ\uD83D\uDE00ŁłŸ";

    @Test
    void saysWhatLowerCaseCopiesWouldSay() {
        Random random = new Random(11);
        for (int round = 0; round < 200_000; round++) {
            String text = some(random, 8);
            String wanted = some(random, 3).toLowerCase(Locale.ROOT);
            String lower = text.toLowerCase(Locale.ROOT);
            assertThat(Folding.holds(text, wanted))
                    .as("%s holds %s", text, wanted)
                    .isEqualTo(lower.contains(wanted));
            assertThat(Folding.same(text, wanted)).as("%s is %s", text, wanted).isEqualTo(lower.equals(wanted));
        }
    }

    private static String some(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most + 1); length > 0; length--)
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return text.toString();
    }
}
