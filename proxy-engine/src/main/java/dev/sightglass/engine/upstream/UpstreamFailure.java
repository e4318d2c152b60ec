package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.Outcome;

/** The upstream gave no proper answer. The message is a sentence for a person. */
public final class UpstreamFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Outcome.Kind kind;
    private final boolean nothingReceived;

    UpstreamFailure(Outcome.Kind kind, String message) {
        this(kind, message, false);
    }

    UpstreamFailure(Outcome.Kind kind, String message, boolean nothingReceived) {
        super(message, null, false, false);
        this.kind = kind;
        this.nothingReceived = nothingReceived;
    }

    public Outcome.Kind kind() {
        return kind;
    }

    /** True when the connection was an old one and brought not one byte: the request may be sent again, once. */
    public boolean staleConnection() {
        return nothingReceived;
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
