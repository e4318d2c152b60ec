package dev.sightglass.engine.routing;

/** There is nowhere to send a request. The message says what to set. */
public final class NoRoute extends Exception {
    private static final long serialVersionUID = 1;

    NoRoute(String message) {
        super(message, null, false, false);
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
