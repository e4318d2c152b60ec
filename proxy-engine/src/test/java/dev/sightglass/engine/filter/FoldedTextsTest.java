package dev.sightglass.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.export.RecordedSamples;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class FoldedTextsTest {
    /** Some change their length or kind with their case; one is what stands between texts. */
    private static final String LETTERS = "aAbB09- äÄ\u0130ΣςŁ\0";

    private final ExchangeSummary sample =
            RecordedSamples.streamed(7).exchange().summary();
    private final Random random = new Random(5);

    @Test
    void queriesLetThroughWhatTheyLetThroughWhenEachTextIsAskedByItself() throws Exception {
        for (int most : new int[] {0, 20, 1_000_000}) {
            FoldedTexts rows = new FoldedTexts(_ -> List.of(), most);
            List<ExchangeSummary> exchanges = new ArrayList<>();
            for (int number = 1; number <= 60; number++) exchanges.add(some(number));
            for (int round = 0; round < 300; round++) {
                // Among those that stay, some are new states of a row, some rows come anew.
                int changed = random.nextInt(60);
                exchanges.set(changed, some(changed + 1));
                String query = query();
                ExchangeFilter plain = ExchangeFilter.parse(query);
                ExchangeFilter folded = ExchangeFilter.parse(query, _ -> null, rows);
                assertThat(exchanges.stream().filter(folded))
                        .as("rows for %s", query)
                        .containsExactlyElementsOf(
                                exchanges.stream().filter(plain).toList());
            }
        }
    }

    private ExchangeSummary some(int number) {
        Outcome outcome = random.nextBoolean() ? Outcome.SUCCEEDED : new Outcome.ApiError(429, text(), text());
        return sample.with(new ExchangeId(number))
                .with(outcome)
                .with(new Annotation(random.nextBoolean(), text(), random.nextBoolean() ? null : text()));
    }

    private String query() {
        String one = '"' + text() + '"';
        return switch (random.nextInt(4)) {
            case 0 -> "not " + one;
            case 1 -> one + " or pinned:true and \"" + text() + '"';
            default -> one;
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--)
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return text.toString();
    }

    @Test
    void furtherTextsCount() {
        FoldedTexts rows = new FoldedTexts(exchange -> List.of("Row " + exchange.id()));
        Predicate<ExchangeSummary> seven = rows.holding("row 7");

        assertThat(seven.test(sample.with(new ExchangeId(7)))).isTrue();
        assertThat(seven.test(sample.with(new ExchangeId(8)))).isFalse();
    }

    @Test
    void aTextIsNotFoundAcrossTwo() {
        FoldedTexts rows = new FoldedTexts(_ -> List.of("left", "right"));

        assertThat(rows.holding("leftright").test(sample)).isFalse();
        assertThat(rows.holding("left\0right").test(sample)).isFalse();
        assertThat(rows.holding("LEFT").test(sample)).isTrue();
    }

    @Test
    void manyMoreDifferentRowsThanAreRememberedAreAnsweredFor() {
        FoldedTexts rows = new FoldedTexts(exchange -> List.of("number " + exchange.id()));
        Predicate<ExchangeSummary> early = rows.holding("number 3");
        for (int number = 1; number <= 5_000; number++) {
            ExchangeSummary exchange = sample.with(new ExchangeId(number));
            boolean expected = Integer.toString(number).startsWith("3");
            assertThat(early.test(exchange)).isEqualTo(expected);
            assertThat(rows.holding("number 3").test(exchange)).isEqualTo(expected);
        }
    }
}
