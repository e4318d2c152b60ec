package dev.sightglass.engine.upstream.azure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short stable names for long ones. */
public final class Hashes {
    private Hashes() {}

    /** The first {@code digits} hexadecimal digits of the text's SHA-256. */
    public static String hex(String text, int digits) {
        return hex(text.getBytes(StandardCharsets.UTF_8), digits);
    }

    public static String hex(byte[] bytes, int digits) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
