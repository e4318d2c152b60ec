package dev.sightglass.engine.capture;

import dev.sightglass.engine.credential.SecretMask;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import java.util.Arrays;

/** Brings one body into the store, piece by piece, secrets covered also where two pieces meet. The recorder's thread. */
final class BodyRecording {
    private final ExchangeStore store;
    private final BodyRef ref;
    private final boolean kept;
    private byte[] held = new byte[0];
    private long size;
    private long stored;
    private boolean lost;
    private boolean finished;
    private Body asStored = Body.EMPTY;

    /** @param kept false when bodies are not to be kept; their size is told all the same */
    BodyRecording(ExchangeStore store, BodyRef ref, boolean kept) {
        this.store = store;
        this.ref = ref;
        this.kept = kept;
    }

    void append(long at, byte[] bytes, SecretMask mask) {
        size += bytes.length;
        if (!kept || lost || bytes.length == 0) return;
        byte[] whole = held.length == 0 ? bytes : joined(held, bytes);
        byte[] masked = mask.mask(whole);
        int open = mask.openEnd(masked);
        held = Arrays.copyOfRange(masked, masked.length - open, masked.length);
        put(at, open == 0 ? masked : Arrays.copyOf(masked, masked.length - open));
    }

    /** Bytes that the recorder could not take: from here on the body has a hole, so nothing more is kept of it. */
    void lose(long bytes) {
        size += bytes;
        lost = true;
    }

    void finish(long at) {
        if (finished) return;
        finished = true;
        if (held.length > 0 && !lost) put(at, held);
        held = new byte[0];
        if (stored > 0) asStored = store.finishBody(ref);
    }

    long size() {
        return size;
    }

    Body state() {
        if (!kept && size > 0) return new Body.NotCaptured(size, Body.Reason.SWITCHED_OFF);
        if (lost)
            return stored == 0
                    ? new Body.NotCaptured(size, Body.Reason.RECORDER_BEHIND)
                    : new Body.Truncated(size, stored);
        if (!finished) return new Body.Arriving(size);
        return asStored;
    }

    private void put(long at, byte[] bytes) {
        if (bytes.length == 0) return;
        stored += bytes.length;
        store.append(ref, at, bytes);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
