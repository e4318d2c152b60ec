package dev.sightglass.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sightglass.engine.export.RecordedSamples;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample: gpt-4.1 by agent a1 (Explore), 4.609 s, TTFT 4.605 s, 11,145 in, 414 out, tool Bash, pinned green. */
class ExchangeFilterTest {
    private final ExchangeSummary exchange =
            RecordedSamples.streamed(7).exchange().summary();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=200",
                "status:200",
                "status >= 200",
                "status!=404",
                "ttft>3s",
                "ttft>4604ms",
                "ttft>4604",
                "duration<1m",
                "ttfb<1s",
                "in>11k",
                "in=11145",
                "cached=11.008k",
                "out<=414",
                "reasoning=0",
                "size<1KB",
                "response>1kb",
                "attempts=1",
                "notes>=1",
                "id=7",
                "time>2026-11-21",
                "time<2026-11-23T00:00",
                "time>=2026-11-22T14:02:11Z",
                "outcome:succeeded",
                "OUTCOME=Succeeded",
                "stop:end_turn",
                "tool:Bash",
                "tool:bash",
                "tool!=Read",
                "agent:Explore",
                "agent:a1",
                "not agent:main",
                "session~session",
                "model~\"gpt-4\"",
                "model:gpt-4.1",
                "reported:gpt-4.1-2025-04-14",
                "deployment=gpt-4.1",
                "upstream:chat",
                "path~/v1/messages",
                "method:POST",
                "client~claude-cli",
                "pinned:true",
                "colour:green",
                "note~\"look at\"",
                "stream:true",
                "Oribasius",
                "\"Vienna Oribasius\"",
                "vienna oribasius",
                "status>=400 or tool:Bash",
                "status>=400 or (tool:Bash and not agent:main)",
                "not (status>=400)",
                "NOT status>=400 AND ttft>3s",
                "status>=200 tool:Bash",
                "status>=200 and model~\"gpt-4\" and ttft>3s and tool:Bash and not agent:main",
                "tool:Bash or status=1 and status=2",
                "error!~timeout",
                "http://example.com or status=200"
            })
    void theSamplePasses(String query) throws Exception {
        assertThat(ExchangeFilter.parse(query).test(exchange)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status>=400",
                "ttft>5s",
                "in<11k",
                "tool:Read",
                "tool:Bas",
                "agent:main",
                "model~gpt-5",
                "not pinned:true",
                "absent-word",
                "Vienna absent-word",
                "effort:high",
                "(tool:Bash or status=200) and status=500",
                "time<2026-11-22"
            })
    void theSampleIsKeptOut(String query) throws Exception {
        assertThat(ExchangeFilter.parse(query).test(exchange)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status>=|9|expected a value",
                "status>=abc|9|expected a number",
                "ttft>3parsecs|6|expected a time",
                "size>3s|6|expected a size",
                "time>yesterday|6|expected a time such as 14:02",
                "stats>=400|1|did you mean",
                "(status=200|12|expected ')' for the '(' at column 1",
                "status=200)|11|unexpected ')'",
                "model~\"gpt|11|begins at column 7",
                "status=200 and|15|expected a field",
                "or status=200|1|before 'or'",
                "status~4|7|is a number",
                "tool>Bash|5|is a text",
                "not|4|expected a field"
            })
    void anErrorNamesItsColumnAndWhatWasExpected(String query, int column, String message) {
        FilterSyntaxException error =
                catchThrowableOfType(FilterSyntaxException.class, () -> ExchangeFilter.parse(query));

        assertThat(error.column()).isEqualTo(column);
        assertThat(error.reason()).contains(message);
    }

    @Test
    void plainTextIsAlsoFoundWhereASearchFoundIt() throws Exception {
        ExchangeFilter filter = ExchangeFilter.parse("\"deep inside\" and status=200");

        assertThat(filter.texts()).containsExactly("deep inside");
        assertThat(filter.test(exchange)).isFalse();
        assertThat(filter.with((id, _) -> id.number() == 7).test(exchange)).isTrue();
    }

    @Test
    void costsAreAskedForWhereTheyAreKnown() throws Exception {
        assertThat(ExchangeFilter.parse("cost>=$0.05 and cost<0.06", _ -> new BigDecimal("0.05"))
                        .test(exchange))
                .isTrue();
        assertThat(ExchangeFilter.parse("cost>0", _ -> null).test(exchange)).isFalse();
        assertThat(ExchangeFilter.parse("cost>0").test(exchange)).isFalse();
    }

    @Test
    void aNumberOfMillisecondsIsTheSameWhateverItsUnit() throws Exception {
        for (int ms = 1; ms < 2_000; ms++) {
            String seconds = BigDecimal.valueOf(ms, 3).toPlainString();
            assertThat(Values.parse(Fields.byName("ttft").orElseThrow(), ms + "ms", 0))
                    .isEqualTo(Values.parse(Fields.byName("ttft").orElseThrow(), seconds + "s", 0))
                    .isEqualTo(ms * 1_000_000L / 1e9);
        }
    }

    @Test
    void completionOffersFieldsThenTheirValues() {
        assertThat(Completions.at("status=200 and to", 17))
                .extracting(Completions.Completion::text)
                .containsExactly("tools>", "tool:");
        assertThat(Completions.at("outcome:c", 9))
                .containsExactly(new Completions.Completion(8, "cancelled", "how it ended"));
    }
}
