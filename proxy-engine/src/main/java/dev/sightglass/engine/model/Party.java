package dev.sightglass.engine.model;

/** Who brought an exchange to its end. */
public enum Party {
    CLIENT,
    PROXY,
    UPSTREAM
}
