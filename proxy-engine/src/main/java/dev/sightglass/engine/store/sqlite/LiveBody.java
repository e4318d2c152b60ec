package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.form.ByteSink;
import java.util.Arrays;

/** A body while it arrives and until it is written. Guarded by its {@link LiveExchange}. */
final class LiveBody {
    private ByteSink bytes = new ByteSink();
    private long[] times = new long[8];
    private long[] ends = new long[8];
    private int marks;
    private int writtenBytes;
    private int writtenMarks;
    private long lost;
    private boolean finished;
    private boolean stored;

    /** What came since the last write. */
    record News(byte[] bytes, ArrivalMarks marks) {}

    /** Takes a piece; false when there is no room and it is lost. */
    void add(long at, byte[] piece, boolean room) {
        if (finished) throw new IllegalStateException("the body is finished already");
        if (!room || lost > 0) {
            lost += piece.length;
            return;
        }
        // A request comes in one piece, which is not copied.
        if (bytes.size() == 0) bytes = ByteSink.of(piece);
        else bytes.put(piece);
        if (marks == times.length) {
            times = Arrays.copyOf(times, marks * 2);
            ends = Arrays.copyOf(ends, marks * 2);
        }
        times[marks] = at;
        ends[marks++] = bytes.size();
    }

    Body finish() {
        finished = true;
        return state();
    }

    Body state() {
        long size = bytes.size() + lost;
        if (lost > 0)
            return bytes.size() == 0
                    ? new Body.NotCaptured(size, Body.Reason.STORE_FAILED)
                    : new Body.Truncated(size, bytes.size());
        if (!finished) return new Body.Arriving(size);
        return size == 0 ? Body.EMPTY : new Body.Captured(size);
    }

    boolean finished() {
        return finished;
    }

    boolean lostSomething() {
        return lost > 0;
    }

    /** True when the database has all of it in its final form and the bytes here are gone. */
    boolean stored() {
        return stored;
    }

    int held() {
        return stored ? 0 : bytes.size();
    }

    long size() {
        return bytes.size() + lost;
    }

    /** To be read only. */
    byte[] bytes() {
        return bytes.view();
    }

    ArrivalMarks marks() {
        return new ArrivalMarks(Arrays.copyOf(times, marks), Arrays.copyOf(ends, marks));
    }

    News news() {
        return new News(
                bytes.toBytes(writtenBytes),
                new ArrivalMarks(
                        Arrays.copyOfRange(times, writtenMarks, marks), Arrays.copyOfRange(ends, writtenMarks, marks)));
    }

    boolean hasNews() {
        return marks > writtenMarks;
    }

    /** The first {@code count} bytes and {@code markCount} marks are in the database. */
    void written(int count, int markCount) {
        writtenBytes = count;
        writtenMarks = markCount;
    }

    /** Nothing is in the database any more, since it was replaced. */
    void writeAgain() {
        writtenBytes = 0;
        writtenMarks = 0;
    }

    void storedForGood() {
        stored = true;
        bytes = new ByteSink();
        times = new long[0];
        ends = new long[0];
        marks = 0;
        writtenMarks = 0;
    }

    int markCount() {
        return marks;
    }

    int byteCount() {
        return bytes.size();
    }
}
