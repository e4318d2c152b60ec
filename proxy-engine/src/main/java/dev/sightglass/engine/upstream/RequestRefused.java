package dev.sightglass.engine.upstream;

/** A request that cannot be translated honestly; the client gets the status, type and message in its error envelope. */
public final class RequestRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;

    /**
     * @param type the envelope's error type, such as {@code invalid_request_error}
     * @param message what is wrong, where, and what to do
     */
    public RequestRefused(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
