package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.upstream.http.Connections;
import dev.sightglass.engine.upstream.http.HttpCall;
import java.net.URI;
import java.time.Duration;

/**
 * Sends requests to Azure over pooled connections. Follows no redirect, repeats nothing by itself. Thread-safe.
 */
public final class UpstreamClient implements AutoCloseable {
    private final Connections connections;

    public UpstreamClient(Duration connect) {
        connections = new Connections(connect);
    }

    /**
     * A request that goes out when its answer is asked for.
     *
     * @param head its URI is the whole URL; its headers hold the credential
     * @throws IllegalArgumentException when a header or the URL cannot be sent; the message says which
     */
    public UpstreamCall send(RequestHead head, byte[] body) {
        return new UpstreamCall(new HttpCall(connections, head, body), URI.create(head.uri()));
    }

    /** Lets running calls end, then frees the connections. */
    @Override
    public void close() {
        connections.close();
    }
}
