package dev.sightglass.app.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.filter.ExchangeFilter;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTermsTest {
    private static final ExchangeSummary EXCHANGE = SampleExchanges.done(2);
    private static final Function<ExchangeSummary, @Nullable BigDecimal> COSTS = _ -> new BigDecimal("0.012345");
    private static final String LOCAL_TIME =
            LocalTime.ofInstant(EXCHANGE.startedAt(), ZoneId.systemDefault()).toString();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number|id>=2 & id<=2 & id=2",
                "time|time>=2026-11-22T14:02:14.800 & time<=2026-11-22T14:02:14.800",
                "status|status=200 & not status=200 & status>=200 & outcome:succeeded",
                "agent|agent:Explore & not agent:Explore",
                "model|requested:gpt-4.1 & not requested:gpt-4.1",
                "called|tool:Read & not tool:Read",
                "upstream|upstream:chat & not upstream:chat",
                "title|title:\"Tell me about Vienna Oribasius manuscript.\""
                        + " & not (title:\"Tell me about Vienna Oribasius manuscript.\")",
                "ttft|ttft>=750ms & ttft<=750ms",
                "total|duration>=3.27s & duration<=3.28s",
                "in|in>=12362 & in<=12362 & in=12362",
                "cached|cached>=11700 & cached<=11700 & cached=11700",
                "out|out>=254 & out<=254 & out=254",
                "cost|cost>=0.012 & cost<=0.013",
                "requestSize|size>=50013 & size<=50013 & size=50013",
                "offered|tools>=12 & tools<=12 & tools=12",
                "notes|notes>=3 & notes<=3 & notes=3"
            })
    void aColumnsValueOffersTermsThatPassItsRowOrShutItOut(String column, String terms) throws Exception {
        List<String> offered = offered(column, EXCHANGE);
        assertThat(String.join(" & ", offered)).isEqualTo(terms.replace("14:02:14.800", LOCAL_TIME));
        for (String term : offered)
            assertThat(ExchangeFilter.parse(term, COSTS).test(EXCHANGE))
                    .as(term)
                    .isEqualTo(!term.startsWith("not "));
    }

    @Test
    void eachOfSeveralToolsIsOfferedAlone() {
        ExchangeSummary two = SampleExchanges.make(
                3,
                new AnswerFacts(null, null, null, null, List.of("Read", "Bash", "Read"), null),
                EXCHANGE.timings(),
                Outcome.SUCCEEDED,
                200);
        assertThat(offered("called", two))
                .containsExactly("tool:Read tool:Bash", "not (tool:Read tool:Bash)", "tool:Read", "tool:Bash");
    }

    @Test
    void anExchangeInFlightIsAskedForByItsOutcome() {
        assertThat(offered("status", SampleExchanges.pending(1))).startsWith("outcome:in_flight");
    }

    @Test
    void columnsWithoutAFieldOrAValueOfferNothing() {
        assertThat(offered("waterfall", EXCHANGE)).isEmpty();
        assertThat(offered("note", EXCHANGE)).isEmpty();
        assertThat(offered("out", SampleExchanges.pending(1))).isEmpty();
        assertThat(FilterTerms.offers("cost", EXCHANGE, _ -> null)).isEmpty();
    }

    private static List<String> offered(String column, ExchangeSummary exchange) {
        return FilterTerms.offers(column, exchange, COSTS).stream()
                .map(FilterTerms.Offer::term)
                .toList();
    }

    @Test
    void quotesAndBackslashesInValuesAreEscaped() throws Exception {
        String value = "C:\\temp \"new\" (1)";
        String term = "title:" + FilterTerms.quoted(value);
        assertThat(term).isEqualTo("title:\"C:\\\\temp \\\"new\\\" (1)\"");
        assertThat(ExchangeFilter.parse(term).query()).isEqualTo(term);
    }
}
