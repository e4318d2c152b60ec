package dev.sightglass.engine.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one exchange, each in nanoseconds of the monotonic clock since the exchange's first byte, or
 * {@link #UNSET}.
 *
 * @param requestRead the client's request is read to its end
 * @param upstreamSent the first byte of the (last) attempt goes out
 * @param upstreamHead the upstream's response head is here
 * @param firstUpstreamByte the first byte of the upstream's response body is here
 * @param firstContent the first content delta (text, thinking or tool input) was sent downstream
 * @param lastUpstreamByte the upstream's response is read to its end
 * @param ended the last byte was sent downstream, or the exchange ended otherwise
 */
public record Timings(
        long requestRead,
        long upstreamSent,
        long upstreamHead,
        long firstUpstreamByte,
        long firstContent,
        long lastUpstreamByte,
        long ended) {
    public static final long UNSET = -1;
    public static final Timings NONE = new Timings(UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET);

    /** From the request fully read to the first upstream byte. */
    public @Nullable Duration ttfb() {
        return between(requestRead, firstUpstreamByte);
    }

    /** From the request fully read to the first content delta sent downstream. Null for an answer that was not streamed. */
    public @Nullable Duration ttft() {
        return between(requestRead, firstContent);
    }

    /** From the request fully read to the last byte sent. */
    public @Nullable Duration duration() {
        return between(requestRead == UNSET ? 0 : requestRead, ended);
    }

    /** What the upstream took: from the first byte sent to it to its last byte. */
    public @Nullable Duration upstreamTime() {
        return between(upstreamSent, lastUpstreamByte);
    }

    /** The proxy's own share: the duration without the waiting for the upstream. */
    public @Nullable Duration overhead() {
        Duration duration = duration();
        Duration upstream = upstreamTime();
        if (duration == null || upstream == null) return null;
        Duration own = duration.minus(upstream);
        return own.isNegative() ? Duration.ZERO : own;
    }

    private static @Nullable Duration between(long from, long to) {
        return from == UNSET || to == UNSET ? null : Duration.ofNanos(Math.max(0, to - from));
    }
}
