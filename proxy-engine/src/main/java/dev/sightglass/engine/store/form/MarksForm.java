package dev.sightglass.engine.store.form;

import dev.sightglass.engine.store.ArrivalMarks;

/**
 * Arrival marks in few bytes. Times are kept to the microsecond; ends are told as numbers of events, since pieces
 * mostly end where an event does, and are exact.
 */
public final class MarksForm {
    private static final long GRAIN = 1_000;

    private MarksForm() {}

    public static byte[] encode(ArrivalMarks marks, byte[] body) {
        ByteSink sink = new ByteSink(marks.size() * 4 + 8).number(marks.size());
        long before = 0;
        for (long time : marks.times()) {
            long grains = Math.floorDiv(time, GRAIN);
            sink.signed(grains - before);
            before = grains;
        }
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

    public static ArrivalMarks decode(byte[] form, byte[] body) {
        ByteSource source = new ByteSource(form);
        int size = source.count();
        long[] times = new long[size];
        long before = 0;
        for (int i = 0; i < size; i++) {
            before += source.signed();
            times[i] = before * GRAIN;
        }
        return new ArrivalMarks(times, ends(source, size, new Joints(body)));
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
