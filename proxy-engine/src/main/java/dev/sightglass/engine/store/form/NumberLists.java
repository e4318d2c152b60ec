package dev.sightglass.engine.store.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists of ascending numbers, each below one bound, in few bits: how many; then Rice-coded gaps, of the numbers that are not in
 * the list when those are fewer. Some lists share a group, so that one can be read without all before it; some groups a chunk.
 */
public final class NumberLists {
    private static final int GROUP = 32;
    /** Lists of one chunk. */
    public static final int CHUNK = 1_024;

    private NumberLists() {}

    /** The gaps' low bits that are written as they are: about the middle of what is expected. */
    private static int lowBits(int count, int bound) {
        double gap = 0.69 * bound / Math.max(1, count);
        return gap < 2 ? 0 : 31 - Integer.numberOfLeadingZeros((int) gap);
    }

    /** Writes lists one after the other. */
    public static final class Writer {
        private final int bound;
        private final List<byte[]> chunks = new ArrayList<>();
        private ByteSink chunk = new ByteSink();
        private BitSink group = new BitSink();
        private int inGroup;
        private int inChunk;

        public Writer(int bound) {
            this.bound = bound;
        }

        /** At least one number. */
        public void add(int[] numbers, int count) {
            int bits = 32 - Integer.numberOfLeadingZeros(count);
            group.unary(bits - 1).put(count, bits - 1);
            if (count <= bound / 2) gaps(numbers, count);
            else missing(numbers, count);
            if (++inGroup == GROUP) endGroup();
            if (++inChunk == CHUNK) endChunk();
        }

        private void gaps(int[] numbers, int count) {
            int low = lowBits(count, bound);
            int before = -1;
            for (int i = 0; i < count; i++) before = gap(numbers[i], before, low);
        }

        private int gap(int number, int before, int low) {
            int gap = number - before - 1;
            group.unary(gap >>> low).put(gap, low);
            return number;
        }

        private void missing(int[] numbers, int count) {
            int low = lowBits(bound - count, bound);
            int before = -1;
            int next = 0;
            for (int number = 0; number < bound; number++) {
                if (next < count && numbers[next] == number) next++;
                else before = gap(number, before, low);
            }
        }

        private void endGroup() {
            chunk.block(group.toBytes());
            group = new BitSink();
            inGroup = 0;
        }

        private void endChunk() {
            if (inGroup > 0) endGroup();
            chunks.add(chunk.toBytes());
            chunk = new ByteSink();
            inChunk = 0;
        }

        public List<byte[]> chunks() {
            if (inChunk > 0) endChunk();
            return chunks;
        }
    }

    /** Reads the lists of one chunk, in their order. */
    public static final class Reader {
        private final byte[] chunk;
        private final int bound;
        private final ByteSource groups;
        private int group = -1;
        private int next;
        private BitSource bits;
        private int[] numbers = new int[16];
        private int count;

        public Reader(byte[] chunk, int bound) {
            this.chunk = chunk;
            this.bound = bound;
            groups = new ByteSource(chunk);
            bits = new BitSource(chunk, 0, 0);
        }

        /** Reads the list that is this one of the chunk; never one before the last. */
        public void read(int index) {
            if (index / GROUP != group) open(index / GROUP);
            for (; next <= index; next++) list();
        }

        private void open(int wanted) {
            for (group++; group < wanted; group++) groups.skip(groups.count());
            int length = groups.count();
            int start = groups.skip(length);
            bits = new BitSource(chunk, start, start + length);
            next = group * GROUP;
        }

        private void list() {
            int size = bits.unary();
            if (size > 30) throw new IllegalArgumentException("a stored list of numbers is damaged");
            count = 1 << size | bits.take(size);
            if (count > bound) throw new IllegalArgumentException("a stored list of numbers is damaged");
            if (numbers.length < count) numbers = new int[Math.max(count, numbers.length * 2)];
            if (count <= bound / 2) gaps();
            else missing();
        }

        private void gaps() {
            int low = lowBits(count, bound);
            int before = -1;
            for (int i = 0; i < count; i++) numbers[i] = before = next(before, low);
        }

        private void missing() {
            int low = lowBits(bound - count, bound);
            int at = 0;
            int before = -1;
            for (int left = bound - count; left > 0; left--) {
                int gone = next(before, low);
                for (int number = before + 1; number < gone; number++) numbers[at++] = number;
                before = gone;
            }
            for (int number = before + 1; number < bound; number++) numbers[at++] = number;
        }

        private int next(int before, int low) {
            int number = before + 1 + (bits.unary() << low | bits.take(low));
            if (number <= before || number >= bound)
                throw new IllegalArgumentException("a stored list of numbers is damaged");
            return number;
        }

        /** The numbers of the list read last, {@link #count} of them; good until the next. */
        public int[] numbers() {
            return numbers;
        }

        public int count() {
            return count;
        }
    }
}
