package dev.sightglass.engine.model;

/** The four messages of an exchange that may have a body. Stores keep their places in this order. */
public enum BodyPart {
    DOWNSTREAM_REQUEST,
    UPSTREAM_REQUEST,
    UPSTREAM_RESPONSE,
    DOWNSTREAM_RESPONSE
}
