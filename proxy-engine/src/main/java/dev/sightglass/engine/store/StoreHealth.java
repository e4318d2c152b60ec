package dev.sightglass.engine.store;

/** Whether the store keeps what it is given. */
public sealed interface StoreHealth {
    /** All is kept; {@code place} names where, for people. */
    record Recording(String place) implements StoreHealth {}

    /** Nothing or not everything is kept, for the reason given; {@code lost} exchanges miss something so far. */
    record Failing(String reason, long lost) implements StoreHealth {}

    /** The data folder cannot be used, for the reason given: what comes is kept in memory, until the process ends. */
    record InMemory(String reason) implements StoreHealth {}

    /** Another process writes; this one only reads. */
    record ReadOnly(String reason) implements StoreHealth {}
}
