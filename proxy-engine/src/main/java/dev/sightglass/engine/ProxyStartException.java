package dev.sightglass.engine;

import java.util.OptionalInt;

/** The proxy could not start. The message is for a person. */
public final class ProxyStartException extends Exception {
    private static final long serialVersionUID = 1;

    private final int suggestedPort;

    ProxyStartException(String message, int suggestedPort) {
        super(message, null, false, false);
        this.suggestedPort = suggestedPort;
    }

    /** A port that is free, when the trouble is that the wanted one is not. */
    public OptionalInt suggestedPort() {
        return suggestedPort > 0 ? OptionalInt.of(suggestedPort) : OptionalInt.empty();
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
