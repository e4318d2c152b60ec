package dev.sightglass.engine.store;

/** The store cannot be opened; the message says why and what to do, for a person. Nothing was changed on disk. */
public final class StoreRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreRefused(String message) {
        super(message);
    }

    public StoreRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
