package dev.sightglass.engine.export.json;

import dev.sightglass.engine.export.Sanitiser;
import dev.sightglass.engine.export.SecretSanitiser;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.pricing.CostCalculator;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Summaries as one JSON array: the rows of the table with every value exact, times in milliseconds, unknown ones null. */
public final class JsonRows {
    private final RecordOut out;
    private final CostCalculator costs;

    private JsonRows(RecordOut out, CostCalculator costs) {
        this.out = out;
        this.costs = costs;
    }

    /** Writes the array and a line feed; the stream stays open. */
    public static void write(OutputStream stream, List<ExchangeSummary> exchanges, CostCalculator costs) {
        Sanitiser sanitiser = new SecretSanitiser();
        try (JsonGenerator json = JsonWriters.open(stream, true)) {
            JsonRows rows = new JsonRows(new RecordOut(json, sanitiser), costs);
            json.writeStartArray();
            exchanges.forEach(rows::row);
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private void row(ExchangeSummary e) {
        out.object(() -> {
            out.number("id", e.id().number());
            out.word("started_at", e.startedAt().toString());
            client(e);
            models(e);
            outcome(e);
            times(e);
            usage(e.answer().usage());
            out.number("cost", costs.cost(e));
            out.text("stop_reason", e.answer().stopReason());
            out.texts("tools_called", e.answer().toolsCalled());
            sizes(e);
            out.truth("pinned", e.annotation().pinned());
            out.word("colour", e.annotation().colour());
            out.text("note", e.annotation().note());
        });
    }

    private void client(ExchangeSummary e) {
        out.word("method", e.request().method());
        out.text("path", e.request().path());
        out.text("title", e.request().title());
        out.text("session", e.client().sessionId());
        out.text("agent", e.client().agentId());
        out.text("parent_agent", e.client().parentAgentId());
        out.text("agent_type", e.client().agentType());
    }

    private void models(ExchangeSummary e) {
        Deployment to = e.route() == null ? null : e.route().deployment();
        out.text("requested_model", e.request().requestedModel());
        out.word("deployment", to == null ? null : to.name());
        out.text("reported_model", e.answer().reportedModel());
        out.word("upstream", to == null ? null : to.upstream().option());
    }

    private void outcome(ExchangeSummary e) {
        Party endedBy = e.outcome().endedBy();
        out.number("status", e.status() == 0 ? null : (Integer) e.status());
        out.word("outcome", e.outcome().label());
        out.word("ended_by", endedBy == null ? null : Words.of(endedBy));
        out.text("message", e.outcome().message());
    }

    private void times(ExchangeSummary e) {
        out.number("ttfb", RecordWriter.millis(e.timings().ttfb()));
        out.number("ttft", RecordWriter.millis(e.timings().ttft()));
        out.number("duration", RecordWriter.millis(e.timings().duration()));
        out.number("overhead", RecordWriter.millis(e.timings().overhead()));
    }

    private void usage(@Nullable Usage usage) {
        out.word("usage_source", usage == null ? null : Words.of(usage.source()));
        out.number("input_tokens", usage == null ? null : usage.totalInput());
        out.number("cached_tokens", usage == null ? null : usage.cacheRead());
        out.number("output_tokens", usage == null ? null : usage.output());
        out.number("reasoning_tokens", usage == null ? null : usage.reasoning());
    }

    private void sizes(ExchangeSummary e) {
        out.number("request_size", e.requestSize());
        out.number("response_size", e.responseSize());
        out.number("attempts", (long) e.attempts());
        out.number("notes", (long) e.notes());
    }
}
