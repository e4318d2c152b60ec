package dev.sightglass.engine.settings;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where the proxy listens, and to whom.
 *
 * @param bind an IP address, or {@code localhost}; the default covers 127.0.0.1 and, where there is IPv6, ::1
 * @param port 0 for any free one
 * @param basePath the path prefix shown to people; any other prefix works as well
 * @param token what a client must show, as a part of the path or as its key; null when every program that can connect may
 *     come in. See {@link EngineSettings#guarded}.
 */
public record ListenSettings(
        String bind, int port, String basePath, @Nullable String token) {
    public static final String DEFAULT_BIND = "127.0.0.1";
    public static final ListenSettings DEFAULT = new ListenSettings(DEFAULT_BIND, 8000, "/anything");
    private static final int TOKEN_BYTES = 18;

    /** Without a token. */
    public ListenSettings(String bind, int port, String basePath) {
        this(bind, port, basePath, null);
    }

    public ListenSettings withPort(int other) {
        return new ListenSettings(bind, other, basePath, token);
    }

    public ListenSettings withBind(String other) {
        return new ListenSettings(other, port, basePath, token);
    }

    public ListenSettings withBasePath(String other) {
        return new ListenSettings(bind, port, other, token);
    }

    public ListenSettings withToken(@Nullable String other) {
        return new ListenSettings(bind, port, basePath, other);
    }

    /** True when only programs on this machine can connect. */
    public boolean loopbackOnly() {
        return AzureEndpoint.isLoopback(bind);
    }

    /**
     * These settings, with a token where other machines can connect and none is set: whoever comes in spends money.
     *
     * @param before the token until now, to go on with; null for a random one
     */
    ListenSettings guarded(@Nullable String before) {
        if (loopbackOnly() || token != null) return this;
        if (before != null) return withToken(before);
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return withToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** The path of the address that clients are given: the base path, then the token if there is one. */
    public String clientPath() {
        String path = basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath;
        return token == null ? path : path + "/" + token;
    }

    /** The token must not be read in a log. */
    @Override
    public String toString() {
        return "ListenSettings[bind=" + bind + ", port=" + port + ", basePath=" + basePath + ", token="
                + (token == null ? "none" : "****") + "]";
    }
}
