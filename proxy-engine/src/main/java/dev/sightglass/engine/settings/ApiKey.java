package dev.sightglass.engine.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A secret. It never prints: only {@link #reveal} gives it out, and whoever calls that answers for where it goes. */
public final class ApiKey {
    private final String secret;

    private ApiKey(String secret) {
        this.secret = secret;
    }

    /** The key in {@code text} without surrounding white space; empty when there is none. */
    public static Optional<ApiKey> of(@Nullable String text) {
        if (text == null || text.isBlank()) return Optional.empty();
        return Optional.of(new ApiKey(text.strip()));
    }

    public String reveal() {
        return secret;
    }

    /** What may be shown of it: the last four characters, or none of a short one. */
    public String hint() {
        return secret.length() < 16 ? "****" : "****" + secret.substring(secret.length() - 4);
    }

    /** True when the key can stand in an HTTP header: visible ASCII only. */
    public boolean fitsHeader() {
        return secret.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiKey key && MessageDigest.isEqual(bytes(), key.bytes());
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "ApiKey(hidden)";
    }

    private byte[] bytes() {
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
