package dev.sightglass.engine.store.sqlite;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Gives rows that have the same numbers in some columns one object for them (client, route, tools called): a third less memory
 * for a list of many, and less to read. Holds a fixed number of objects, those met lately. For any thread.
 */
final class Shared {
    private static final int SLOTS = 1 << 11;

    private volatile AtomicReferenceArray<Made> slots = new AtomicReferenceArray<>(SLOTS);

    private final AtomicReferenceArray<String> texts = new AtomicReferenceArray<>(SLOTS);

    private record Made(Maker<?> maker, long[] numbers, Object value) {}

    /** Makes an immutable object of the numbers of a {@link RowPart}. The same maker each time, so that it can tell kinds apart. */
    interface Maker<T> {
        T make(RowPart part) throws SQLException;
    }

    /** What the maker makes of these numbers, or has made of equal ones. */
    @SuppressWarnings("unchecked") // what a maker has made is of its type
    <T> T of(RowPart part, Maker<T> maker) throws SQLException {
        int hash = part.hash();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Made known = slots.get(slot);
        if (known != null && known.maker == maker && part.isOf(known.numbers)) return (T) known.value;
        T value = maker.make(part);
        slots.set(slot, new Made(maker, part.numbers(), value));
        return value;
    }

    /** A text equal to this one: this, or one given before. */
    String text(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        String known = texts.get(slot);
        if (text.equals(known)) return known;
        texts.set(slot, text);
        return text;
    }

    /** The numbers may mean something else from now on. */
    void forget() {
        slots = new AtomicReferenceArray<>(SLOTS);
    }
}
