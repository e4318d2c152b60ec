package dev.sightglass.app.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.theme.AgentColours;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeColumnsTest {
    private final CellContext context = new CellContext(
            _ -> new BigDecimal("0.00421"),
            Clock.fixed(SampleExchanges.START.plusSeconds(290), ZoneOffset.UTC),
            new AgentColours());
    private final List<ExchangeColumn> columns = new ExchangeColumns(context).all();

    @ParameterizedTest
    @CsvSource({
        "number, 2",
        "time, 14:02:14",
        "agent, Explore",
        "model, gpt-4.1",
        "status, 200",
        "title, Tell me about Vienna Oribasius manuscript.",
        "ttft, 750 ms",
        "total, 3.27 s",
        "in, 12.4k",
        "cached, 95%",
        "out, 254",
        "rate, 101",
        "cost, $0.0042",
        "stop, tool_use",
        "called, Read",
        "session, 5f1c0a9e",
        "deployment, gpt-4.1",
        "reported, gpt-4.1-2025-04-14",
        "attempts, 1",
        "notes, 3",
        "messages, 2",
        "offered, 12"
    })
    void eachColumnShowsItsFact(String id, String shown) {
        assertThat(column(id).text().apply(SampleExchanges.done(2), context)).isEqualTo(shown);
        assertThat(column(id).exact().apply(SampleExchanges.done(2), context)).isNotBlank();
    }

    @Test
    void reasoningTokensSizesTheUpstreamAndThePathHaveColumns() {
        for (String id : List.of("requestSize", "responseSize", "upstream", "path", "ttfb", "overhead", "fresh"))
            assertThat(column(id).text().apply(SampleExchanges.done(2), context))
                    .as(id)
                    .isNotBlank();
        assertThat(columns.stream().map(ExchangeColumn::id)).contains("reasoning", "created", "note", "waterfall");
    }

    @Test
    void unknownIsEmptyAndNeverZero() {
        ExchangeSummary pending = SampleExchanges.pending(3);
        for (String id : List.of("ttft", "in", "cached", "out", "reasoning", "rate", "stop", "called", "reported"))
            assertThat(column(id).text().apply(pending, context)).as(id).isEmpty();
    }

    @Test
    void everyColumnSortsRowsOfAllStatesAndPutsTheUnknownLast() {
        List<ExchangeSummary> rows = new ArrayList<>(SampleExchanges.aScreenful());
        for (ExchangeColumn column : columns) {
            rows.sort(column.order());
            assertThat(rows).as(column.id()).isSortedAccordingTo(column.order());
        }
        rows.sort(column("ttft").order());
        assertThat(rows.getLast().timings().ttft()).isNull();
    }

    @Test
    void aNoteIsShownInItsColumn() {
        ExchangeSummary noted = SampleExchanges.done(2).with(new Annotation(true, "red", "slow again"));
        assertThat(column("note").text().apply(noted, context)).isEqualTo("slow again");
        assertThat(RowColour.of(noted.annotation())).contains(RowColour.RED);
        assertThat(RowColour.of(new Annotation(false, "of a later version", null)))
                .isEmpty();
    }

    private ExchangeColumn column(String id) {
        return columns.stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
