package dev.sightglass.app.control.flow;

/** Characters of a row that a search found; {@code key} is the row's. */
public record FlowHit(Object key, int from, int to) {}
