package dev.sightglass.engine;

import dev.sightglass.engine.settings.AzureEndpoint;
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
     * @param baseUrl what clients are to be given: base path included, and the token where one is wanted
     */
    record Running(URI baseUrl, int port) implements ProxyState {
        /** True when other machines can connect. */
        public boolean openToNetwork() {
            return !AzureEndpoint.isLoopback(baseUrl.getHost());
        }
    }

    /** No new requests; the running ones get a little time. */
    record Stopping() implements ProxyState {}

    /** It did not start; {@code message} says why and what to do. */
    record Failed(String message) implements ProxyState {}
}
