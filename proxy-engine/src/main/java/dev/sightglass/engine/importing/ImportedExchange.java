package dev.sightglass.engine.importing;

import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecordedBody;
import java.util.Arrays;
import java.util.Map;

/** An exchange as read from a record, with what the record holds of its bodies. */
public record ImportedExchange(Exchange exchange, Map<BodyRef, RecordedBody> bodies) {
    /** Puts it into a store under its own number. The caller is the store's only writer. */
    public void into(ExchangeStore store) {
        store.save(exchange);
        bodies.forEach((ref, body) -> {
            int from = 0;
            for (int i = 0; i < body.marks().size(); i++) {
                int to = (int) body.marks().ends()[i];
                store.append(ref, body.marks().times()[i], Arrays.copyOfRange(body.bytes(), from, to));
                from = to;
            }
            if (from < body.bytes().length)
                store.append(ref, 0, Arrays.copyOfRange(body.bytes(), from, body.bytes().length));
            store.finishBody(ref);
        });
    }
}
