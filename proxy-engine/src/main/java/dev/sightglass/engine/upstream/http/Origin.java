package dev.sightglass.engine.upstream.http;

import java.net.URI;
import java.util.Locale;

/**
 * Where a connection leads.
 *
 * @param host without the brackets of an IPv6 address
 */
public record Origin(boolean tls, String host, int port) {
    /** @throws IllegalArgumentException when the URL is none of http or https with a host */
    public static Origin of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !scheme.equals("http")) throw new IllegalArgumentException("no http or https URL: " + uri);
        String host = uri.getHost();
        if (host == null) throw new IllegalArgumentException("a URL without a host: " + uri);
        int port = uri.getPort() < 0 ? tls ? 443 : 80 : uri.getPort();
        return new Origin(tls, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }

    /** The value of the Host header: without the scheme's usual port. */
    String authority() {
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return port == (tls ? 443 : 80) ? literal : literal + ":" + port;
    }
}
