package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.ByteSource;
import java.util.Arrays;

/**
 * Packs in units, whose words are told together: those of an answer, of the request after it and of what that was translated to
 * say mostly the same.
 */
final class WordUnits {
    private long[] packs = new long[64];
    /** Where the packs of each unit end. */
    private int[] ends = new int[32];

    private Kind[] kinds = new Kind[32];
    private int count;

    /** What is known of the words of a unit. */
    enum Kind {
        /** They are told: what they do not have is not in the packs. */
        TOLD,
        /** They are too many and too odd to be told: the packs are always read. */
        UNTELLABLE,
        /** There are none: the packs are no more. */
        GONE
    }

    int count() {
        return count;
    }

    Kind kind(int unit) {
        return kinds[unit];
    }

    private int start(int unit) {
        return unit == 0 ? 0 : ends[unit - 1];
    }

    int packs(int unit) {
        return ends[unit] - start(unit);
    }

    long pack(int unit, int place) {
        return packs[start(unit) + place];
    }

    /** Another unit, without packs so far. */
    WordUnits add(Kind kind) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        kinds[count] = kind;
        ends[count] = start(count);
        count++;
        return this;
    }

    /** Another pack of the last unit, its number higher than those of its others. */
    WordUnits add(long pack) {
        int end = ends[count - 1]++;
        if (end == packs.length) packs = Arrays.copyOf(packs, end * 2);
        packs[end] = pack;
        return this;
    }

    byte[] encode() {
        ByteSink sink = new ByteSink(count * 6).number(count);
        long before = 0;
        for (int unit = 0; unit < count; unit++) {
            sink.number((long) packs(unit) << 2 | kinds[unit].ordinal());
            for (int i = 0; i < packs(unit); i++) {
                sink.signed(pack(unit, i) - before);
                before = pack(unit, i);
            }
        }
        return sink.toBytes();
    }

    static WordUnits decode(byte[] form) {
        ByteSource source = new ByteSource(form);
        WordUnits units = new WordUnits();
        long pack = 0;
        for (int left = source.count(); left > 0; left--) {
            long code = source.number();
            int kind = (int) (code & 3);
            if (kind >= Kind.values().length) throw new IllegalArgumentException("a stored list of packs is damaged");
            units.add(Kind.values()[kind]);
            for (long more = code >>> 2; more > 0; more--) units.add(pack += source.signed());
        }
        return units;
    }
}
