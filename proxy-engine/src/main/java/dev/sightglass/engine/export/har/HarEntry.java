package dev.sightglass.engine.export.har;

import dev.sightglass.engine.export.ClientUrl;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.export.json.RecordOut;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * One exchange as an entry: the client's leg as the archive has it, and what it has no place for in fields that begin with an
 * underscore, as the specification wants custom fields. The Azure legs are entries of the same form inside it.
 */
final class HarEntry {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The server speaks nothing newer. */
    private static final String DOWNSTREAM_VERSION = "HTTP/1.1";

    private final RecordOut out;
    private final ExportOptions options;

    HarEntry(RecordOut out, ExportOptions options) {
        this.out = out;
        this.options = options;
    }

    void write(RecordedExchange recorded) {
        Exchange exchange = recorded.exchange();
        out.object(() -> {
            downstream(recorded);
            out.object("_sightglass", () -> new HarFacts(out, options).write(exchange));
            attempts(recorded);
        });
    }

    private void downstream(RecordedExchange recorded) {
        ExchangeSummary summary = recorded.exchange().summary();
        HarTimes times = HarTimes.downstream(summary.timings());
        start(summary.startedAt(), times);
        HarMessages messages = new HarMessages(out, options, recorded, 0, DOWNSTREAM_VERSION);
        messages.request(
                recorded.exchange().downstream(),
                ClientUrl.of(recorded.exchange().downstream().request()),
                BodyPart.DOWNSTREAM_REQUEST);
        messages.response(recorded.exchange().downstream(), summary.outcome().message(), BodyPart.DOWNSTREAM_RESPONSE);
        end(times);
    }

    private void attempts(RecordedExchange recorded) {
        List<Attempt> attempts = recorded.exchange().attempts();
        if (attempts.isEmpty()) return;
        out.object("_upstream", () -> attempt(recorded, attempts.getLast(), true));
        if (attempts.size() == 1) return;
        out.array("_earlierAttempts", () -> {
            for (Attempt earlier : attempts.subList(0, attempts.size() - 1))
                out.object(() -> attempt(recorded, earlier, false));
        });
    }

    private void attempt(RecordedExchange recorded, Attempt attempt, boolean last) {
        ExchangeSummary summary = recorded.exchange().summary();
        HarTimes times = HarTimes.upstream(attempt, summary.timings(), last);
        start(summary.startedAt().plusNanos(Math.max(0, attempt.sentAt())), times);
        String url = attempt.leg().request().uri();
        HarMessages messages = new HarMessages(out, options, recorded, attempt.number(), upstreamVersion(url));
        messages.request(attempt.leg(), url, BodyPart.UPSTREAM_REQUEST);
        messages.response(attempt.leg(), attempt.failure(), BodyPart.UPSTREAM_RESPONSE);
        end(times);
        out.number("_attempt", attempt.number());
        if (attempt.reason() != null) out.text("_reason", attempt.reason());
    }

    /** Over TLS the version is negotiated, and not recorded. */
    private static String upstreamVersion(String url) {
        return url.startsWith("http:") ? "HTTP/1.1" : "unknown";
    }

    private void start(Instant startedAt, HarTimes times) {
        out.word("startedDateTime", TIME.format(startedAt));
        out.millis("time", times.total());
    }

    private void end(HarTimes times) {
        out.object("cache", () -> {});
        out.object("timings", () -> times.write(out));
    }
}
