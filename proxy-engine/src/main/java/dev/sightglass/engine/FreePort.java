package dev.sightglass.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks for a port to offer instead of one that is taken. */
final class FreePort {
    private static final int TRIES = 100;

    private FreePort() {}

    /** The next port above {@code taken} that is free on {@code bind} now; 0 when none of the next hundred is. */
    static int after(String bind, int taken) {
        int last = Math.min(65535, taken + TRIES);
        for (int port = taken + 1; port <= last; port++) if (isFree(bind, port)) return port;
        return 0;
    }

    private static boolean isFree(String bind, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
            return true;
        } catch (IOException _) {
            return false; // that is the answer
        }
    }
}
