package dev.sightglass.app.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.filter.ExchangeFilter;
import dev.sightglass.engine.model.ExchangeSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTermsTest {
    private static final ExchangeSummary EXCHANGE = SampleExchanges.done(2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status|status=200",
                "agent|agent:Explore",
                "model|requested:gpt-4.1",
                "called|tool:Read",
                "upstream|upstream:chat",
                "title|title:\"Tell me about Vienna Oribasius manuscript.\""
            })
    void aColumnsValueMakesATermThatPassesItsRow(String column, String term) throws Exception {
        assertThat(FilterTerms.of(column, EXCHANGE)).hasValue(term);
        assertThat(ExchangeFilter.parse(term).test(EXCHANGE)).isTrue();
    }

    @Test
    void anExchangeInFlightIsAskedForByItsOutcome() {
        assertThat(FilterTerms.of("status", SampleExchanges.pending(1))).hasValue("outcome:in_flight");
    }

    @Test
    void columnsWithoutAFieldOrAValueMakeNone() {
        assertThat(FilterTerms.of("waterfall", EXCHANGE)).isEmpty();
        assertThat(FilterTerms.of("note", EXCHANGE)).isEmpty();
    }

    @Test
    void quotesAndBackslashesInValuesAreEscaped() throws Exception {
        String value = "C:\\temp \"new\" (1)";
        String term = "title:" + FilterTerms.quoted(value);
        assertThat(term).isEqualTo("title:\"C:\\\\temp \\\"new\\\" (1)\"");
        assertThat(ExchangeFilter.parse(term).query()).isEqualTo(term);
    }
}
