package dev.sightglass.engine.model;

/** What is known of a message body; the bytes themselves are asked from the store. Sizes are bytes as sent over the wire. */
public sealed interface Body {
    /** The true size in bytes as far as known; 0 when there is none. */
    long size();

    /** Still arriving; {@code size} is what has come so far. */
    record Arriving(long size) implements Body {}

    /** Kept whole. */
    record Captured(long size) implements Body {}

    /** Kept in part: {@code kept} of {@code size} bytes, from the start. */
    record Truncated(long size, long kept) implements Body {}

    /** The message has a body of no bytes, or none at all. */
    record Empty() implements Body {
        @Override
        public long size() {
            return 0;
        }
    }

    /** Not kept, for the reason given. */
    record NotCaptured(long size, Reason reason) implements Body {}

    /** Why a body was not kept. */
    enum Reason {
        /** Recording of bodies is switched off. */
        SWITCHED_OFF,
        /** The recorder had fallen behind and kept the traffic going instead. */
        RECORDER_BEHIND,
        /** The store could not write (disk full, I/O error). */
        STORE_FAILED,
        /** Removed by retention to keep the size budget. */
        PRUNED
    }

    Body EMPTY = new Empty();
}
