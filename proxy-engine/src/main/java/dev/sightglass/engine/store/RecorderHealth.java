package dev.sightglass.engine.store;

/**
 * How well the recorder keeps up with the traffic.
 *
 * @param queuedBytes bytes of bodies that wait to be recorded
 * @param lostBodies bodies that were not kept whole since the start because recording had fallen behind
 */
public record RecorderHealth(long queuedBytes, long lostBodies) {}
