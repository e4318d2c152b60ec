package dev.sightglass.engine.store.sqlite;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Gives one object for equal ones met lately, so that rows share what they have in common (client, route, tools called):
 * a third less memory for a list of many. Takes a fixed number of objects. For any thread.
 */
final class Shared {
    private static final int SLOTS = 1 << 10;

    private final AtomicReferenceArray<Object> slots = new AtomicReferenceArray<>(SLOTS);

    /** An object equal to this immutable one: this, or one given before. */
    @SuppressWarnings("unchecked") // equal records and lists are of one type here
    <T> T same(T value) {
        int hash = value.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Object known = slots.get(slot);
        if (value.equals(known)) return (T) known;
        slots.set(slot, value);
        return value;
    }
}
