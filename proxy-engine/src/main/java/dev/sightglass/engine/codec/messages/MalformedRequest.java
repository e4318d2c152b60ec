package dev.sightglass.engine.codec.messages;

/** A body that is no request of the Messages API. The message names the field, or the line and column, for the client. */
public final class MalformedRequest extends Exception {
    private static final long serialVersionUID = 1;

    public MalformedRequest(String message) {
        super(message, null, false, false);
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
