package dev.sightglass.engine.export;

import dev.sightglass.engine.model.RequestHead;

/** The whole URL of a client's request, which itself names a path alone. */
public final class ClientUrl {
    /** Where a client that sends no {@code Host} (HTTP/1.0) found the proxy is not recorded. */
    private static final String NO_HOST = "localhost";

    private ClientUrl() {}

    /** The URL that the client asked for; as recorded, with its secrets covered by the recorder alone. */
    public static String of(RequestHead request) {
        if (!request.uri().startsWith("/")) return request.uri();
        return "http://" + request.headers().first("host").orElse(NO_HOST) + request.uri();
    }
}
