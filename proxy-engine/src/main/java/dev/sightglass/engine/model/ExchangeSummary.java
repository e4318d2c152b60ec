package dev.sightglass.engine.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tables, filters and totals need of an exchange, without headers and bodies. Small: a hundred thousand are held at
 * once.
 *
 * @param startedNanos wall-clock time of the first byte, nanoseconds since 1970; for people it is {@link #startedAt}
 * @param route null until routed, and for requests that never were
 * @param status HTTP status sent to the client; 0 until sent
 * @param requestSize bytes of the client's request body
 * @param responseSize bytes of the body sent to the client so far
 * @param upstreamRequestSize bytes of the body sent upstream
 * @param upstreamResponseSize bytes of the body received from the upstream so far
 * @param attempts tries made upstream; 0 when none was
 * @param notes number of translation notes
 */
public record ExchangeSummary(
        ExchangeId id,
        long startedNanos,
        ClientInfo client,
        RequestFacts request,
        @Nullable Route route,
        AnswerFacts answer,
        Timings timings,
        Outcome outcome,
        int status,
        long requestSize,
        long responseSize,
        long upstreamRequestSize,
        long upstreamResponseSize,
        int attempts,
        int notes,
        Annotation annotation) {
    private static final long NANOS = 1_000_000_000;

    /** The nanoseconds since 1970 of an instant, which should be of the years 1678 to 2261. */
    public static long nanosOf(Instant instant) {
        return instant.getEpochSecond() * NANOS + instant.getNano();
    }

    /** Wall-clock time of the first byte. */
    public Instant startedAt() {
        return Instant.ofEpochSecond(Math.floorDiv(startedNanos, NANOS), Math.floorMod(startedNanos, NANOS));
    }

    /** True until the exchange has ended. */
    public boolean inFlight() {
        return outcome instanceof Outcome.InFlight;
    }

    /** True while the answer's body is under way. */
    public boolean streaming() {
        return inFlight() && timings.firstUpstreamByte() != Timings.UNSET;
    }

    /** This summary under another number. */
    public ExchangeSummary with(ExchangeId other) {
        return with(other, outcome, annotation);
    }

    /** This summary with another annotation. */
    public ExchangeSummary with(Annotation other) {
        return with(id, outcome, other);
    }

    /** This summary with another outcome. */
    public ExchangeSummary with(Outcome other) {
        return with(id, other, annotation);
    }

    private ExchangeSummary with(ExchangeId number, Outcome end, Annotation remark) {
        return new ExchangeSummary(
                number,
                startedNanos,
                client,
                request,
                route,
                answer,
                timings,
                end,
                status,
                requestSize,
                responseSize,
                upstreamRequestSize,
                upstreamResponseSize,
                attempts,
                notes,
                remark);
    }
}
