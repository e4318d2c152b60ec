package dev.sightglass.engine.store.form;

/** Reads what {@link BitSink} wrote; zeros after its end. */
final class BitSource {
    private final byte[] bytes;
    private final int end;
    private int at;
    private long held;
    private int count;

    BitSource(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    private void fill() {
        while (count <= 48) {
            held |= (at < end ? bytes[at] & 0xFFL : 0) << count;
            at++;
            count += 8;
        }
    }

    /** At most 32. */
    int take(int bits) {
        if (count < bits) fill();
        int value = (int) (held & (1L << bits) - 1);
        held >>>= bits;
        count -= bits;
        return value;
    }

    /** How many ones stand before the next zero. */
    int unary() {
        int ones = 0;
        while (true) {
            if (count < 32) fill();
            int run = Math.min(Long.numberOfTrailingZeros(~held), count);
            held >>>= run;
            count -= run;
            ones += run;
            if (count > 0) {
                held >>>= 1;
                count--;
                return ones;
            }
        }
    }
}
