package dev.sightglass.engine;

import java.net.URI;

/** What the proxy is doing. */
public sealed interface ProxyState {
    /** Nothing listens. */
    record Stopped() implements ProxyState {}

    /** About to listen. */
    record Starting() implements ProxyState {}

    /**
     * Requests are accepted.
     *
     * @param baseUrl what clients are to be given, base path included
     */
    record Running(URI baseUrl, int port) implements ProxyState {}

    /** No new requests; the running ones get a little time. */
    record Stopping() implements ProxyState {}

    /** It did not start; {@code message} says why and what to do. */
    record Failed(String message) implements ProxyState {}
}
