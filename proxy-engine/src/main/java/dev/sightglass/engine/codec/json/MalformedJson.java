package dev.sightglass.engine.codec.json;

/** JSON that is not well formed, or not of the shape asked for. The message names the place, for people. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1;

    public MalformedJson(String message) {
        super(message, null, false, false);
    }

    /** Never null, unlike the super class's. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
