package dev.sightglass.engine.model;

/** One header line; the name keeps the case in which it was received or is to be sent. */
public record Header(String name, String value) {}
