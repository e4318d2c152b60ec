package dev.sightglass.engine.settings;

/**
 * Where the proxy listens.
 *
 * @param bind an IP address, or {@code localhost}; the default covers 127.0.0.1 and, where there is IPv6, ::1
 * @param port 0 for any free one
 * @param basePath the path prefix shown to people; any other prefix works as well
 */
public record ListenSettings(String bind, int port, String basePath) {
    public static final String DEFAULT_BIND = "127.0.0.1";
    public static final ListenSettings DEFAULT = new ListenSettings(DEFAULT_BIND, 8000, "/anything");

    public ListenSettings withPort(int other) {
        return new ListenSettings(bind, other, basePath);
    }

    public ListenSettings withBind(String other) {
        return new ListenSettings(other, port, basePath);
    }

    public ListenSettings withBasePath(String other) {
        return new ListenSettings(bind, port, other);
    }

    /** True when only programs on this machine can connect. */
    public boolean loopbackOnly() {
        return AzureEndpoint.isLoopback(bind);
    }
}
