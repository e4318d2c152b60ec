package dev.sightglass.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.export.RecordedSamples;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowTextsTest {
    private final ExchangeSummary sample =
            RecordedSamples.streamed(7).exchange().summary();

    @Test
    void theyAreThoseOfAllTextFields() {
        List<ExchangeSummary> exchanges = List.of(
                sample,
                sample.with(new Annotation(false, "red", "look here")),
                sample.with(new Outcome.ApiError(429, "too_many", "Slow down.")),
                sample.with(new Outcome.TransportError(Outcome.Kind.TLS, Party.UPSTREAM, "No.")),
                sample.with(new Outcome.Rejected(403, "host", "Not this host.")),
                sample.with(Outcome.IN_FLIGHT));
        for (ExchangeSummary exchange : exchanges) {
            Set<String> fields = new HashSet<>();
            for (Field field : Fields.ALL) fields.addAll(field.texts().apply(exchange));
            Set<String> texts = new HashSet<>();
            RowTexts.any(exchange, text -> {
                if (text != null) texts.add(text);
                return false;
            });
            assertThat(texts).isEqualTo(fields);
        }
    }

    @Test
    void rememberedAnswersAreThoseThatTheQuestionGives() {
        TextMemo memo = TextMemo.holding("Na");
        for (int round = 0; round < 2; round++)
            for (int i = 0; i < 5_000; i++) {
                String text = (i % 3 == 0 ? "VieNNa " : "Graz ") + i;
                assertThat(memo.test(text)).isEqualTo(i % 3 == 0);
            }
        assertThat(memo.test(null)).isFalse();
    }
}
