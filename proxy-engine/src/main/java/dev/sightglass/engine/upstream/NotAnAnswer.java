package dev.sightglass.engine.upstream;

/** A 2xx response that is no answer of the API: a portal's page, cut JSON, an empty body. The message is for people. */
public final class NotAnAnswer extends Exception {
    private static final long serialVersionUID = 1;

    /** The status for an answer that says nothing at all. */
    public static final int BAD_GATEWAY = 502;

    private final int status;
    private final String type;

    public NotAnAnswer(String message) {
        this(BAD_GATEWAY, "api_error", message);
    }

    /**
     * @param status what to tell the client, for an error that came with status 200
     * @param type the envelope's error type
     */
    public NotAnAnswer(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    /** The HTTP status for the client. */
    public int status() {
        return status;
    }

    /** The envelope's error type for the client. */
    public String type() {
        return type;
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
