package dev.sightglass.app.control.text;

import java.util.Arrays;

/**
 * A list of numbers that grows piece by piece: nothing is copied, and no piece is so large that the collector would treat it
 * as one of its own, or that clearing it would keep other threads from their safepoint.
 */
final class Ints {
    private static final int BITS = 15;
    private static final int PIECE = 1 << BITS;
    private static final int MASK = PIECE - 1;

    private int[][] pieces = {new int[64]};
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return pieces[index >>> BITS][index & MASK];
    }

    void set(int index, int value) {
        pieces[index >>> BITS][index & MASK] = value;
    }

    void add(int value) {
        int place = size & MASK;
        int number = size >>> BITS;
        if (number == pieces.length || pieces[number] == null || place == pieces[number].length) grow(number, place);
        pieces[number][place] = value;
        size++;
    }

    private void grow(int number, int place) {
        if (number == pieces.length) pieces = Arrays.copyOf(pieces, number * 2);
        pieces[number] = place > 0 ? Arrays.copyOf(pieces[number], Math.min(PIECE, place * 4)) : new int[PIECE];
    }

    /** The index of the last of the first {@code count} numbers, which rise, that is not above the value; -1 without one. */
    int lastUpTo(int value, int count) {
        int low = -1;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (get(middle) <= value) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
