package dev.sightglass.engine.detail;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecordedBody;
import org.jspecify.annotations.Nullable;

/**
 * A body as people want to read it.
 *
 * @param recorded without its content encoding where that could be taken off
 * @param contentType the header of the message, or null
 * @param encoding the content encoding that is still on it, or null
 */
public record ReadBody(
        RecordedBody recorded,
        @Nullable String contentType,
        @Nullable String encoding) {

    /** Reads one body of an exchange; {@code attempt} counts from 1 and matters for the upstream parts only. */
    public static ReadBody of(ExchangeStore store, Exchange exchange, BodyPart part, int attempt) {
        boolean downstream = part == BodyPart.DOWNSTREAM_REQUEST || part == BodyPart.DOWNSTREAM_RESPONSE;
        Leg leg = downstream ? exchange.downstream() : leg(exchange, attempt);
        if (leg == null) return new ReadBody(RecordedBody.EMPTY, null, null);
        RecordedBody body = store.body(new BodyRef(exchange.id(), part, downstream ? 0 : attempt));
        boolean request = part == BodyPart.DOWNSTREAM_REQUEST || part == BodyPart.UPSTREAM_REQUEST;
        Body state = request ? leg.requestBody() : leg.responseBody();
        RecordedBody known = body.bytes().length == 0 ? new RecordedBody(state, body.bytes(), body.marks()) : body;
        return decoded(known, request ? leg.request().headers() : headers(leg.response()));
    }

    private static @Nullable Leg leg(Exchange exchange, int attempt) {
        return exchange.attempts().stream()
                .filter(one -> one.number() == attempt)
                .map(Attempt::leg)
                .findFirst()
                .orElse(null);
    }

    private static Headers headers(@Nullable ResponseHead head) {
        return head == null ? Headers.NONE : head.headers();
    }

    private static ReadBody decoded(RecordedBody body, Headers headers) {
        String type = headers.first("content-type").orElse(null);
        String encoding = headers.first("content-encoding").orElse("");
        return ContentDecoder.decode(body, encoding)
                .map(plain -> new ReadBody(new RecordedBody(body.body(), plain.bytes(), plain.marks()), type, null))
                .orElseGet(() -> new ReadBody(body, type, encoding));
    }

    /** Whether it is an event stream. */
    public boolean isStream() {
        return contentType != null && contentType.startsWith("text/event-stream");
    }
}
