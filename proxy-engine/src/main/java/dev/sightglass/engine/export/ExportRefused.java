package dev.sightglass.engine.export;

/** An export that was not made; the message says why and what to do. */
public final class ExportRefused extends Exception {
    private static final long serialVersionUID = 1;

    public ExportRefused(String message) {
        super(message, null, false, false);
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
