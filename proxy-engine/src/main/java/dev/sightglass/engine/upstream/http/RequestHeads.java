package dev.sightglass.engine.upstream.http;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.RequestHead;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

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
    static byte[] bytes(RequestHead head, URI uri, Origin origin, int bodyLength) {
        StringBuilder text = new StringBuilder(512);
        String path = uri.getRawPath();
        text.append(head.method()).append(' ').append(path == null || path.isEmpty() ? "/" : path);
        if (uri.getRawQuery() != null) text.append('?').append(uri.getRawQuery());
        text.append(" HTTP/1.1\r\nHost: ").append(origin.authority());
        text.append("\r\nContent-Length: ").append(bodyLength);
        if (head.headers().first("user-agent").isEmpty()) text.append("\r\nUser-Agent: Sightglass");
        for (Header header : head.headers().list()) if (forwarded(header)) append(header, text);
        return text.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** True for a header that may go upstream. */
    private static boolean forwarded(Header header) {
        return !NOT_FORWARDED.contains(header.name().toLowerCase(Locale.ROOT));
    }

    private static void append(Header header, StringBuilder text) {
        if (!isToken(header.name())) throw new IllegalArgumentException("a header's name cannot be sent");
        if (header.value().chars().anyMatch(c -> c < 0x20 && c != '\t' || c == 0x7f || c > 0xFF))
            throw new IllegalArgumentException("the value of the header " + header.name() + " cannot be sent");
        text.append("\r\n").append(header.name()).append(": ").append(header.value());
    }

    static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && TOKEN_SIGNS.indexOf(c) < 0) return false;
        }
        return !name.isEmpty();
    }
}
