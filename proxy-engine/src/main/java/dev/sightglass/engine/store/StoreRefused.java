package dev.sightglass.engine.store;

/** The store cannot be opened; the message says why and what to do, for a person. Nothing was changed on disk. */
public final class StoreRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Cause reason;

    /** Why a store cannot be opened. */
    public enum Cause {
        /** Another process records there. */
        IN_USE,
        /** There is something that this program must not touch: a newer version's store, or another program's file. */
        FOREIGN,
        /** The disk or the folder does not let it; that may change. */
        UNUSABLE
    }

    public StoreRefused(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    public StoreRefused(Cause reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
