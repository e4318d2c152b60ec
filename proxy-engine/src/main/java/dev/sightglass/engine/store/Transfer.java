package dev.sightglass.engine.store;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings an exchange, whole or still running, with its bodies from one store to another. */
public final class Transfer {
    private Transfer() {}

    /** Under the same number. Nobody else writes this exchange to either store meanwhile. */
    public static void copy(Exchange exchange, ExchangeStore from, ExchangeStore to) {
        copy(exchange, from, to, exchange.id());
    }

    /** @param number what it is called in {@code to} */
    public static void copy(Exchange exchange, ExchangeStore from, ExchangeStore to, ExchangeId number) {
        ExchangeSummary summary = exchange.summary().with(number);
        // Under way first, as it was when it came: an exchange that is over takes no more bytes.
        to.save(with(exchange, summary.with(Outcome.IN_FLIGHT)));
        for (BodyRef ref : bodies(exchange)) copy(from.body(ref), new BodyRef(number, ref.part(), ref.attempt()), to);
        if (!summary.inFlight()) to.save(with(exchange, summary));
    }

    private static Exchange with(Exchange exchange, ExchangeSummary summary) {
        return new Exchange(summary, exchange.downstream(), exchange.attempts(), exchange.notes());
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

    private static void copy(RecordedBody body, BodyRef ref, ExchangeStore to) {
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
}
