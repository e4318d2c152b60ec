package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Bodies as readers see them: from memory while they are not in the file, from the file afterwards. For any thread. */
final class BodyView {
    private final Questions questions;
    private final LiveExchanges live;
    private final ExchangeView exchanges;
    private final BodyReader reader;
    private final Packs packs;

    BodyView(Questions questions, LiveExchanges live, ExchangeView exchanges, Packs packs) {
        this.questions = questions;
        this.live = live;
        this.exchanges = exchanges;
        this.reader = new BodyReader(packs);
        this.packs = packs;
    }

    RecordedBody body(BodyRef ref) {
        if (exchanges.isHidden(ref.exchange())) return RecordedBody.EMPTY;
        LiveExchange exchange = live.find(ref.exchange());
        RecordedBody fresh = exchange == null ? null : exchange.body(ref);
        RecordedBody kept = fresh != null ? fresh : stored(ref);
        return switch (told(ref)) {
            case Body.Truncated t
            when t.kept() == kept.bytes().length -> new RecordedBody(t, kept.bytes(), kept.marks());
            case Body.NotCaptured n when kept.bytes().length == 0 -> new RecordedBody(n, kept.bytes(), kept.marks());
            case Body.Captured c when c.size() > 0 && fresh == null && kept.bytes().length == 0 -> missing(c.size());
            case Body.Truncated t when t.kept() > 0 && fresh == null && kept.bytes().length == 0 -> missing(t.size());
            default -> kept;
        };
    }

    private RecordedBody stored(BodyRef ref) {
        while (true) {
            int before = packs.generation();
            try {
                return questions.ask(s -> reader.read(s, ref));
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof DamagedPiece)) throw e;
                // Damaged on disk: say that it is not there rather than show other bytes than those that came.
                if (!packs.changedSince(before)) return missing(told(ref).size());
            }
        }
    }

    private static RecordedBody missing(long size) {
        return new RecordedBody(new Body.NotCaptured(size, Body.Reason.STORE_FAILED), new byte[0], ArrivalMarks.NONE);
    }

    /** What the exchange itself says of a body. */
    private Body told(BodyRef ref) {
        Optional<Exchange> found = exchanges.find(ref.exchange());
        if (found.isEmpty()) return Body.EMPTY;
        Leg leg = ref.attempt() == 0
                ? found.get().downstream()
                : found.get().attempts().stream()
                        .filter(a -> a.number() == ref.attempt())
                        .findFirst()
                        .map(Attempt::leg)
                        .orElse(null);
        if (leg == null) return Body.EMPTY;
        return LiveExchange.isRequest(ref) ? leg.requestBody() : leg.responseBody();
    }
}
