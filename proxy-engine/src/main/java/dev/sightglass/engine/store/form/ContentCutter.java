package dev.sightglass.engine.store.form;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Cuts any bytes where a rolling hash of the last 64 says so: an insertion moves the cuts near it only, so most pieces of a
 * changed body are those of the one before.
 */
public final class ContentCutter {
    private static final int SHORTEST = 2 * 1024;
    private static final int LONGEST = 64 * 1024;
    /** One place in 8,192 is a cut. */
    private static final long MASK = 0x1FFFL << 51;

    private static final long[] GEAR = new SplittableRandom(20261122).longs(256).toArray();

    private ContentCutter() {}

    public static CutBody cut(byte[] bytes) {
        List<CutBody.Span> spans = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = end(bytes, start);
            spans.add(new CutBody.Span(start, end, true));
            start = end;
        }
        return new CutBody(bytes, spans, List.of());
    }

    private static int end(byte[] bytes, int start) {
        int last = Math.min(bytes.length, start + LONGEST);
        long hash = 0;
        for (int i = Math.min(last, start + SHORTEST); i < last; i++) {
            hash = (hash << 1) + GEAR[bytes[i] & 0xFF];
            if ((hash & MASK) == 0) return i + 1;
        }
        return last;
    }
}
