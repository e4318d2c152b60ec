package dev.sightglass.engine.upstream;

/** A 2xx response that is no answer of the API: a portal's page, cut JSON, an empty body. The message is for people. */
public final class NotAnAnswer extends Exception {
    private static final long serialVersionUID = 1;

    public NotAnAnswer(String message) {
        super(message, null, false, false);
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
