package dev.sightglass.engine.export.har;

import dev.sightglass.engine.export.json.RecordOut;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Timings;
import java.util.stream.LongStream;

/**
 * The phases of one leg in nanoseconds; their sum is the entry's time. How long names, connections and TLS took is not
 * recorded.
 *
 * @param send reading or writing the request
 * @param waiting until the answer begins
 * @param receive until it ends
 */
record HarTimes(long send, long waiting, long receive) {
    /** Reading the request, waiting for the answer to begin, sending it on. */
    static HarTimes downstream(Timings t) {
        return between(0, t.requestRead(), answered(t), t.ended() == Timings.UNSET ? last(t) : t.ended());
    }

    /** Only the last attempt's answer has marks of its own; of the others the whole time is waiting. */
    static HarTimes upstream(Attempt attempt, Timings t, boolean last) {
        long sent = Math.max(0, attempt.sentAt());
        long ended = attempt.endedAt() == Timings.UNSET ? last(t) : attempt.endedAt();
        return between(sent, sent, last ? answered(t) : Timings.UNSET, ended);
    }

    long total() {
        return send + waiting + receive;
    }

    void write(RecordOut out) {
        out.number("blocked", -1L);
        out.number("dns", -1L);
        out.number("connect", -1L);
        out.millis("send", send);
        out.millis("wait", waiting);
        out.millis("receive", receive);
        out.number("ssl", -1L);
    }

    private static HarTimes between(long start, long sent, long answered, long ended) {
        long end = Math.max(start, ended);
        long send = Math.clamp(sent, start, end);
        long wait = answered == Timings.UNSET ? end : Math.clamp(answered, send, end);
        return new HarTimes(send - start, wait - send, end - wait);
    }

    private static long answered(Timings t) {
        return t.firstUpstreamByte() == Timings.UNSET ? t.upstreamHead() : t.firstUpstreamByte();
    }

    /** The latest mark of an exchange that has no end. */
    private static long last(Timings t) {
        return LongStream.of(
                        0,
                        t.requestRead(),
                        t.upstreamSent(),
                        t.upstreamHead(),
                        t.firstUpstreamByte(),
                        t.firstContent(),
                        t.lastUpstreamByte())
                .max()
                .orElse(0);
    }
}
