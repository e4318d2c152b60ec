package dev.sightglass.engine.store.form;

/** Numbers of any count of bits, end to end. */
final class BitSink {
    private final ByteSink bytes = new ByteSink();
    private long pending;
    private int held;

    /** The low bits of a number, at most 32 of them. */
    BitSink put(int value, int bits) {
        pending |= (value & (1L << bits) - 1) << held;
        held += bits;
        while (held >= 8) {
            bytes.put((int) pending);
            pending >>>= 8;
            held -= 8;
        }
        return this;
    }

    /** So many ones and a zero. */
    BitSink unary(int ones) {
        int left = ones;
        for (; left >= 24; left -= 24) put(0xFFFFFF, 24);
        return put((1 << left) - 1, left + 1);
    }

    /** Fills the last byte up. */
    BitSink align() {
        if (held > 0) put(0, 8 - held);
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return align().bytes.toBytes();
    }
}
