package dev.sightglass.engine.store.fallback;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecordedBody;
import dev.sightglass.engine.store.StoreListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings exchanges, whole or still running, from one store to another under their numbers. */
final class Mover {
    private static final int PAGE = 500;

    private Mover() {}

    /** Returns how many. Nobody else writes to either meanwhile. */
    static int move(ExchangeStore from, ExchangeStore to) {
        List<ExchangeSummary> all = from.newest(Integer.MAX_VALUE, null);
        for (ExchangeSummary summary : all.reversed())
            from.find(summary.id()).ifPresent(exchange -> move(exchange, from, to));
        return all.size();
    }

    private static void move(Exchange exchange, ExchangeStore from, ExchangeStore to) {
        // Under way first, as it was when it came: an exchange that is over takes no more bytes.
        to.save(new Exchange(
                exchange.summary().with(Outcome.IN_FLIGHT),
                exchange.downstream(),
                exchange.attempts(),
                exchange.notes()));
        for (BodyRef ref : bodies(exchange)) move(ref, from.body(ref), to);
        if (!exchange.summary().inFlight()) to.save(exchange);
    }

    private static List<BodyRef> bodies(Exchange exchange) {
        List<BodyRef> refs = new ArrayList<>();
        refs.add(new BodyRef(exchange.id(), BodyPart.DOWNSTREAM_REQUEST, 0));
        for (Attempt attempt : exchange.attempts()) {
            refs.add(new BodyRef(exchange.id(), BodyPart.UPSTREAM_REQUEST, attempt.number()));
            refs.add(new BodyRef(exchange.id(), BodyPart.UPSTREAM_RESPONSE, attempt.number()));
        }
        refs.add(new BodyRef(exchange.id(), BodyPart.DOWNSTREAM_RESPONSE, 0));
        return refs;
    }

    private static void move(BodyRef ref, RecordedBody body, ExchangeStore to) {
        byte[] bytes = body.bytes();
        ArrivalMarks marks = body.marks();
        int done = 0;
        for (int i = 0; i < marks.size() && done < bytes.length; i++) {
            int end = (int) Math.min(marks.ends()[i], bytes.length);
            if (end > done) to.append(ref, marks.times()[i], Arrays.copyOfRange(bytes, done, end));
            done = Math.max(done, end);
        }
        if (done < bytes.length) to.append(ref, 0, Arrays.copyOfRange(bytes, done, bytes.length));
        if (bytes.length > 0 && !(body.body() instanceof Body.Arriving)) to.finishBody(ref);
    }

    /** Tells a listener of all that is in a store, newest first. */
    static void tellAll(ExchangeStore store, StoreListener listener) {
        ExchangeId before = null;
        while (true) {
            List<ExchangeSummary> page = store.newest(PAGE, before);
            page.forEach(listener::saved);
            if (page.size() < PAGE) return;
            before = page.getLast().id();
        }
    }
}
