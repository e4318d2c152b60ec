package dev.sightglass.engine.pipeline;

import java.io.IOException;

/** The client has closed its connection, or does not take any more bytes. */
public final class ClientGone extends IOException {
    private static final long serialVersionUID = 1;

    public ClientGone(String message) {
        super(message);
    }
}
