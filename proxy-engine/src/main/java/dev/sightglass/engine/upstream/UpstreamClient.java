package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.RequestHead;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Sends requests to Azure over pooled connections. Follows no redirect, repeats nothing by itself. Thread-safe.
 */
public final class UpstreamClient implements AutoCloseable {
    /** Headers that belong to a connection (RFC 9110 section 7.6.1), and those that the HTTP client writes itself. */
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

    private final HttpClient client;
    private final IdleConnections idle = new IdleConnections();

    public UpstreamClient(Duration connect) {
        client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** True for a header that may go upstream. */
    static boolean forwarded(Header header) {
        return !NOT_FORWARDED.contains(header.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Sends a request.
     *
     * @param head its URI is the whole URL; its headers hold the credential
     * @throws IllegalArgumentException when a header or the URL cannot be sent; the message says which
     */
    public UpstreamCall send(RequestHead head, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(head.uri()))
                .method(head.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        // The default would try an upgrade to HTTP/2 on plain connections, with headers that Azure never sees
        // otherwise.
        if (head.uri().startsWith("http:")) request.version(HttpClient.Version.HTTP_1_1);
        for (Header header : head.headers().list())
            if (forwarded(header)) request.header(header.name(), header.value());
        return new UpstreamCall(client, request.build(), idle);
    }

    /** Lets running calls end, then frees the connections. */
    @Override
    public void close() {
        client.shutdown();
    }
}
