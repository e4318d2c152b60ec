package dev.sightglass.engine.export;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecordedBody;
import java.util.function.Function;

/** An exchange with a way to its bodies, which are fetched when they are needed. */
public record RecordedExchange(Exchange exchange, Function<BodyRef, RecordedBody> bodies) {
    public static RecordedExchange of(Exchange exchange, ExchangeStore store) {
        return new RecordedExchange(exchange, store::body);
    }

    /** The body of a downstream message. */
    public RecordedBody body(BodyPart part) {
        return body(part, 0);
    }

    /** The body of an upstream message of the given attempt. */
    public RecordedBody body(BodyPart part, int attempt) {
        return bodies.apply(new BodyRef(exchange.id(), part, attempt));
    }
}
