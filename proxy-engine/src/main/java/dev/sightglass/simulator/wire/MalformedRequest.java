package dev.sightglass.simulator.wire;

import java.io.IOException;

/** The client sent bytes that are not an HTTP/1.1 request of the kinds that are served. */
final class MalformedRequest extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedRequest(String message) {
        super(message);
    }
}
