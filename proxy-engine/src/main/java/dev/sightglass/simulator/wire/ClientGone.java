package dev.sightglass.simulator.wire;

import java.io.IOException;

/** The client left while its answer was being written. */
public final class ClientGone extends IOException {
    private static final long serialVersionUID = 1L;

    public ClientGone() {
        super("the client closed the connection");
    }
}
