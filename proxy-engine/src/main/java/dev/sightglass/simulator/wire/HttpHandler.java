package dev.sightglass.simulator.wire;

import java.io.IOException;

/** Answers one request; called on a virtual thread of its own connection. */
@FunctionalInterface
public interface HttpHandler {
    void handle(WireExchange exchange) throws IOException, InterruptedException;
}
