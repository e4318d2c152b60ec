package dev.sightglass.engine.model;

/** A response without its body. */
public record ResponseHead(int status, Headers headers) {}
