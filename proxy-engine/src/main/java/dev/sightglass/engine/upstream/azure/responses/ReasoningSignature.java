package dev.sightglass.engine.upstream.azure.responses;

import org.jspecify.annotations.Nullable;

/**
 * Carries a reasoning item through the client: id and encrypted content travel as the signature of a thinking block and come
 * back with the conversation.
 */
record ReasoningSignature(String id, String encryptedContent) {
    private static final String MARK = "azure-reasoning:";

    String text() {
        return MARK + id + ":" + encryptedContent;
    }

    /** Null for the signature of another model. */
    static @Nullable ReasoningSignature of(String signature) {
        if (!signature.startsWith(MARK)) return null;
        int colon = signature.indexOf(':', MARK.length());
        if (colon < 0) return null;
        return new ReasoningSignature(signature.substring(MARK.length(), colon), signature.substring(colon + 1));
    }
}
