package dev.sightglass.app.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CostMemoTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final CostMemo memo = new CostMemo(exchange -> {
        asked.incrementAndGet();
        return exchange.id().number() == 1 ? null : BigDecimal.valueOf(exchange.responseSize());
    });

    @Test
    void theSameSummaryIsReckonedOnceUntilPricesChange() {
        for (ExchangeSummary exchange : SampleExchanges.aScreenful()) {
            BigDecimal cost = memo.apply(exchange);
            assertThat(memo.apply(exchange)).isSameAs(cost);
        }
        assertThat(asked).hasValue(SampleExchanges.aScreenful().size());
        memo.clear();
        memo.apply(SampleExchanges.aScreenful().getFirst());
        assertThat(asked).hasValue(SampleExchanges.aScreenful().size() + 1);
    }

    @Test
    void anotherStateOfTheSameExchangeIsReckonedAnew() {
        ExchangeSummary before = SampleExchanges.aScreenful().getLast();
        memo.apply(before);
        memo.apply(before.with(new Annotation(true, null, null)));
        assertThat(asked).hasValue(2);
    }
}
