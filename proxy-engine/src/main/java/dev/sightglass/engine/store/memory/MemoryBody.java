package dev.sightglass.engine.store.memory;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import java.util.Arrays;

/** The kept start of one body and when its pieces came. Safe for one writer and any readers. */
final class MemoryBody {
    private final long mostBytes;
    private byte[] bytes = new byte[0];
    private int kept;
    private long size;
    private long[] times = new long[1];
    private long[] ends = new long[1];
    private int marks;
    private boolean finished;
    private boolean pruned;

    MemoryBody(long mostBytes) {
        this.mostBytes = Math.min(mostBytes, Integer.MAX_VALUE - 8);
    }

    /** Returns how many more bytes are kept now. */
    synchronized int append(long at, byte[] piece) {
        size += piece.length;
        if (pruned) return 0;
        int take = (int) Math.min(piece.length, mostBytes - kept);
        if (take > 0) keep(piece, take);
        mark(at);
        return take;
    }

    synchronized Body finish() {
        finished = true;
        return state();
    }

    /** Forgets the bytes; returns how many they were. */
    synchronized int prune() {
        int freed = kept;
        bytes = new byte[0];
        kept = 0;
        times = new long[0];
        ends = new long[0];
        marks = 0;
        pruned = true;
        return freed;
    }

    synchronized Body state() {
        if (pruned) return new Body.NotCaptured(size, Body.Reason.PRUNED);
        if (!finished) return new Body.Arriving(size);
        if (size == 0) return Body.EMPTY;
        return kept == size ? new Body.Captured(size) : new Body.Truncated(size, kept);
    }

    synchronized RecordedBody recorded() {
        ArrivalMarks arrival = new ArrivalMarks(Arrays.copyOf(times, marks), Arrays.copyOf(ends, marks));
        return new RecordedBody(state(), Arrays.copyOf(bytes, kept), arrival);
    }

    private void keep(byte[] piece, int take) {
        if (kept == 0 && take == piece.length) {
            // Whole bodies come as one piece, which nobody changes any more: no copy is needed.
            bytes = piece;
        } else {
            int needed = kept + take;
            // A first piece fills its array to the brim, so it is copied before it could be written to.
            if (needed > bytes.length) bytes = Arrays.copyOf(bytes, grown(needed));
            System.arraycopy(piece, 0, bytes, kept, take);
        }
        kept += take;
    }

    private int grown(int needed) {
        return (int) Math.max(needed, Math.min(mostBytes, kept * 2L));
    }

    private void mark(long at) {
        if (marks == times.length) {
            times = Arrays.copyOf(times, Math.max(4, marks * 2));
            ends = Arrays.copyOf(ends, Math.max(4, marks * 2));
        }
        times[marks] = at;
        ends[marks] = size;
        marks++;
    }
}
