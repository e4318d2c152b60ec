package dev.sightglass.engine.model.message;

/** Who speaks in a message. */
public enum Role {
    USER,
    ASSISTANT,
    SYSTEM
}
