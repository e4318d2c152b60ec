package dev.sightglass.engine.upstream.azure;

/** Ids of tool calls as Azure takes them. */
public final class CallIds {
    /** The most characters that Chat Completions takes. */
    public static final int CHAT_MAX = 40;

    /** The most characters that Responses takes. */
    public static final int RESPONSES_MAX = 64;

    private static final int HASH_DIGITS = 24;

    private CallIds() {}

    /** The id to send: the same on call and result. */
    public static String sent(String id, int max) {
        return id.length() <= max && !id.isEmpty() ? id : invented(id);
    }

    /** An id made from whatever tells one call from the others. */
    public static String invented(String seed) {
        return "call_" + Hashes.hex(seed, HASH_DIGITS);
    }
}
