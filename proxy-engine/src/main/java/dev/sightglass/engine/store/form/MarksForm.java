package dev.sightglass.engine.store.form;

import dev.sightglass.engine.store.ArrivalMarks;

/**
 * Arrival marks in few bytes. Times are kept to a hundredth of a millisecond, as the distance from the mark before; those of
 * what was sent to the client as the distance from the last mark of what came from the upstream, which it follows closely.
 * Ends are told as numbers of events, since pieces mostly end where an event does, and are exact.
 */
public final class MarksForm {
    private static final long GRAIN = 10_000;

    private MarksForm() {}

    /** @param lead marks that these follow, as {@link #decode} will give them; or none */
    public static byte[] encode(ArrivalMarks marks, ArrivalMarks lead, byte[] body) {
        int size = marks.size();
        ByteSink sink = new ByteSink(size * 4 + 8).number(size);
        ByteSink low = new ByteSink(size);
        ByteSink high = new ByteSink(size);
        Leader leader = new Leader(lead);
        for (long time : marks.times()) {
            long grains = Math.floorDiv(time, GRAIN);
            sink.number(leader.advanceTo(grains));
            long distance = ByteSink.zigzag(grains - leader.time());
            low.put((int) distance);
            high.number(distance >>> 8);
            leader.passed(grains);
        }
        sink.put(low.toBytes()).put(high.toBytes());
        Joints joints = new Joints(body);
        long end = 0;
        for (long next : marks.ends()) {
            int events = joints.eventsTo(next);
            sink.number(events > 0 ? (long) (events - 1) << 1 : ByteSink.zigzag(next - end) << 1 | 1);
            joints.moveTo(next);
            end = next;
        }
        return sink.toBytes();
    }

    public static ArrivalMarks decode(byte[] form, ArrivalMarks lead, byte[] body) {
        ByteSource source = new ByteSource(form);
        int size = source.count();
        int[] advances = new int[size];
        for (int i = 0; i < size; i++) advances[i] = (int) source.number();
        int low = source.skip(size);
        long[] times = new long[size];
        Leader leader = new Leader(lead);
        for (int i = 0; i < size; i++) {
            leader.advance(advances[i]);
            long grains = leader.time() + ByteSource.unzigzag(source.number() << 8 | (form[low + i] & 0xFF));
            times[i] = grains * GRAIN;
            leader.passed(grains);
        }
        return new ArrivalMarks(times, ends(source, size, new Joints(body)));
    }

    /** What a time is told from: the last mark of the lead not after it, or the mark before when there is no lead. */
    private static final class Leader {
        private final long[] times;
        private int next;
        private long time;

        Leader(ArrivalMarks lead) {
            times = lead.times();
        }

        int advanceTo(long grains) {
            int from = next;
            while (next < times.length && Math.floorDiv(times[next], GRAIN) <= grains) next++;
            return next - from;
        }

        void advance(int steps) {
            if (steps < 0 || steps > times.length - next)
                throw new IllegalArgumentException("an arrival mark is damaged");
            next += steps;
        }

        long time() {
            return next > 0 ? Math.floorDiv(times[next - 1], GRAIN) : time;
        }

        void passed(long grains) {
            time = grains;
        }
    }

    private static long[] ends(ByteSource source, int size, Joints joints) {
        long[] ends = new long[size];
        long end = 0;
        for (int i = 0; i < size; i++) {
            long code = source.number();
            end = (code & 1) == 0
                    ? joints.after((int) Math.min(Integer.MAX_VALUE, (code >>> 1) + 1))
                    : end + ByteSource.unzigzag(code >>> 1);
            joints.moveTo(end);
            ends[i] = end;
        }
        return ends;
    }

    /** Where events end in a body: after an empty line. Only moves forward. */
    private static final class Joints {
        private final byte[] body;
        private int at;

        Joints(byte[] body) {
            this.body = body;
        }

        /** Events from here to {@code end}, or 0 when no event ends there. */
        int eventsTo(long end) {
            if (end > body.length || end <= at) return 0;
            int events = 0;
            int joint = at;
            while (joint < end) {
                joint = next(joint);
                if (joint < 0) return 0;
                events++;
            }
            return joint == end ? events : 0;
        }

        long after(int events) {
            int joint = at;
            for (int i = 0; i < events; i++) {
                joint = next(joint);
                if (joint < 0) throw new IllegalArgumentException("an arrival mark lies beyond its body");
            }
            return joint;
        }

        void moveTo(long end) {
            at = (int) Math.min(Math.max(at, end), body.length);
        }

        private int next(int from) {
            return StreamForm.eventEnd(body, from);
        }
    }
}
