package dev.sightglass.engine.upstream.http;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.RequestHead;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** The head of a request as it goes over the wire. */
final class RequestHeads {
    /** Headers that belong to a connection (RFC 9110 section 7.6.1), and those that are written here. */
    private static final Set<String> NOT_FORWARDED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "content-length",
            "expect",
            "http2-settings");

    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    private RequestHeads() {}

    /** @throws IllegalArgumentException when a header cannot be sent; the message says which, and no value */
    static ClassicHttpRequest of(RequestHead head, URI uri, Origin origin, int bodyLength) {
        String path = uri.getRawPath();
        String whole = path == null || path.isEmpty() ? "/" : path;
        if (uri.getRawQuery() != null) whole += "?" + uri.getRawQuery();
        ClassicHttpRequest request = new BasicClassicHttpRequest(head.method(), whole);
        request.addHeader("Host", origin.authority());
        request.addHeader("Content-Length", bodyLength);
        if (head.headers().first("user-agent").isEmpty()) request.addHeader("User-Agent", "Sightglass");
        for (Header header : head.headers().list()) if (forwarded(header)) add(header, request);
        return request;
    }

    /** True for a header that may go upstream. */
    private static boolean forwarded(Header header) {
        return !NOT_FORWARDED.contains(header.name().toLowerCase(Locale.ROOT));
    }

    /** The library would put other signs for those that cannot be sent; a changed key would be refused elsewhere. */
    private static void add(Header header, ClassicHttpRequest request) {
        if (!isToken(header.name())) throw new IllegalArgumentException("a header's name cannot be sent");
        if (header.value().chars().anyMatch(c -> (c < 0x20 && c != '\t') || (c >= 0x7f && c < 0xA0) || c > 0xFF))
            throw new IllegalArgumentException("the value of the header " + header.name() + " cannot be sent");
        request.addHeader(header.name(), header.value());
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && TOKEN_SIGNS.indexOf(c) < 0) return false;
        }
        return !name.isEmpty();
    }
}
