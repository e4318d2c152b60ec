package dev.sightglass.engine.export.json;

import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.export.SensitiveHeaders;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Timings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes one exchange as the project's record: the fields of a Kong AI Gateway log entry, so that scripts written for one
 * keep working, and all else under {@code sightglass}. Header names are in lower case as Kong writes them; their own case and
 * order stand under {@code sightglass}.
 */
final class RecordWriter {
    private final ExportOptions options;
    private final JsonGenerator json;
    private final RecordOut out;

    RecordWriter(JsonGenerator json, ExportOptions options) {
        this.options = options;
        this.json = json;
        this.out = new RecordOut(json, options.active());
    }

    void write(RecordedExchange recorded) {
        Exchange exchange = recorded.exchange();
        RecordBodies bodies = new RecordBodies(out, recorded, options);
        out.object(() -> {
            head(exchange);
            out.object("ai", () -> new AiSection(out, options.costs()).write(exchange.summary(), bodies));
            out.object("sightglass", () -> new OwnSection(out, options).write(exchange, bodies));
        });
    }

    private void head(Exchange exchange) {
        ExchangeSummary summary = exchange.summary();
        RequestHead request = exchange.downstream().request();
        out.word("method", request.method());
        headers(request.headers());
        out.number("started_at", summary.startedAt().toEpochMilli());
        out.word(
                "client_ip",
                summary.client().address().isEmpty() ? null : summary.client().address());
        out.object("request", () -> request(request, summary));
        out.object("response", () -> response(exchange.downstream().response(), summary));
        out.object("latencies", () -> latencies(summary.timings()));
    }

    private void request(RequestHead request, ExchangeSummary summary) {
        out.word("method", request.method());
        out.text("uri", request.uri());
        out.text("url", url(request));
        out.number("size", summary.requestSize());
        headers(request.headers());
    }

    private static @Nullable String url(RequestHead request) {
        if (!request.uri().startsWith("/")) return request.uri();
        return request.headers()
                .first("host")
                .map(host -> "http://" + host + request.uri())
                .orElse(null);
    }

    private void response(@Nullable ResponseHead response, ExchangeSummary summary) {
        out.number("status", response == null ? null : (Integer) response.status());
        out.number("size", response == null ? null : (Long) summary.responseSize());
        if (response == null) out.nothing("headers");
        else headers(response.headers());
    }

    /** {@code request} and {@code proxy} as Kong has them: the whole time, and the waiting for the upstream's head. */
    private void latencies(Timings timings) {
        out.number("request", timings.ended() == Timings.UNSET ? null : millis(Duration.ofNanos(timings.ended())));
        boolean waited = timings.upstreamSent() != Timings.UNSET && timings.upstreamHead() != Timings.UNSET;
        out.number("proxy", waited ? millis(Duration.ofNanos(timings.upstreamHead() - timings.upstreamSent())) : null);
        out.number("upstream", millis(timings.upstreamTime()));
        out.number("overhead", millis(timings.overhead()));
    }

    /** Whole milliseconds, rounded to the nearest. */
    static @Nullable Long millis(@Nullable Duration time) {
        return time == null ? null : (Long) Math.round(time.toNanos() / 1e6);
    }

    private void headers(Headers headers) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (Header header : SensitiveHeaders.mask(headers, out.sanitiser()).list())
            byName.merge(header.name().toLowerCase(Locale.ROOT), List.of(header.value()), RecordWriter::joined);
        out.object("headers", () -> byName.forEach(this::header));
    }

    private void header(String name, List<String> values) {
        if (values.size() == 1) json.writeStringProperty(name, values.getFirst());
        else out.array(name, () -> values.forEach(json::writeString));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
