package dev.sightglass.engine.export.json;

import dev.sightglass.engine.export.SensitiveHeaders;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.ResponseHead;
import org.jspecify.annotations.Nullable;

/**
 * Both legs of an exchange. The last attempt's leg stands under {@code upstream}; the attempts before it carry theirs
 * themselves.
 */
final class LegSection {
    private final RecordOut out;
    private final RecordBodies bodies;

    LegSection(RecordOut out, RecordBodies bodies) {
        this.out = out;
        this.bodies = bodies;
    }

    void write(Exchange exchange) {
        out.object("downstream", () -> leg(exchange.downstream(), 0));
        Leg upstream = exchange.upstream();
        if (upstream == null) out.nothing("upstream");
        else out.object("upstream", () -> leg(upstream, exchange.attempts().size()));
        int last = exchange.attempts().size();
        out.array("attempts", () -> exchange.attempts().forEach(attempt -> attempt(attempt, last)));
    }

    private void attempt(Attempt attempt, int last) {
        out.object(() -> {
            out.number("number", attempt.number());
            out.millis("sent", attempt.sentAt());
            out.millis("ended", attempt.endedAt());
            ResponseHead response = attempt.leg().response();
            out.number("status", response == null ? null : (Integer) response.status());
            out.text("reason", attempt.reason());
            out.text("failure", attempt.failure());
            if (attempt.number() != last) leg(attempt.leg(), attempt.number());
        });
    }

    private void leg(Leg leg, int attempt) {
        boolean downstream = attempt == 0;
        BodyPart request = downstream ? BodyPart.DOWNSTREAM_REQUEST : BodyPart.UPSTREAM_REQUEST;
        out.object("request", () -> {
            out.word("method", leg.request().method());
            out.text("url", leg.request().uri());
            headers(leg.request().headers());
            bodies.write(request, attempt, leg.requestBody(), leg.request().headers());
        });
        response(leg, attempt, downstream ? BodyPart.DOWNSTREAM_RESPONSE : BodyPart.UPSTREAM_RESPONSE);
    }

    private void response(Leg leg, int attempt, BodyPart part) {
        @Nullable ResponseHead response = leg.response();
        if (response == null) {
            out.nothing("response");
            return;
        }
        out.object("response", () -> {
            out.number("status", response.status());
            headers(response.headers());
            bodies.write(part, attempt, leg.responseBody(), response.headers());
        });
    }

    /** Pairs of name and value: unlike an object's fields they keep order, case and repeats. */
    private void headers(Headers headers) {
        out.array("headers", () -> {
            for (Header header : SensitiveHeaders.mask(headers, out.sanitiser()).list())
                out.pair(header.name(), header.value());
        });
    }
}
