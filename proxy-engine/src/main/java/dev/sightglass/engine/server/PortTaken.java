package dev.sightglass.engine.server;

import java.io.IOException;

/** Another program listens where the proxy was to listen. */
public final class PortTaken extends IOException {
    private static final long serialVersionUID = 1;

    PortTaken(String address, int port) {
        super("Port " + port + " on " + address + " is already in use by another program.");
    }
}
