package dev.sightglass.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An upstream on this machine that gives every request the same answer. */
final class RehearsalUpstream implements AutoCloseable {
    private static final String LENGTH = "content-length: ";

    private final ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final byte[] answer;

    /** @param events the body of each answer */
    RehearsalUpstream(String events) throws IOException {
        byte[] body = events.getBytes(StandardCharsets.UTF_8);
        answer = ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length) + "\r\n" + events + "\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        Thread.ofPlatform().name("rehearsal-upstream").daemon().start(this::accept);
    }

    String endpoint() {
        InetAddress address = listener.getInetAddress();
        String host = address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listener.getLocalPort();
    }

    /** A next request may come before the connection of the last one is free again, and then takes another. */
    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread.ofPlatform().name("rehearsal-upstream").daemon().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // The rehearsal is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            for (long length = length(in); length >= 0; length = length(in)) {
                in.skipNBytes(length);
                socket.getOutputStream().write(answer);
            }
        } catch (IOException _) {
            // The rehearsal is over.
        }
    }

    /** The length of the next request's body; -1 at the end. */
    private static long length(BufferedInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) return -1;
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf(LENGTH) + LENGTH.length();
        return Long.parseLong(lower.substring(at, lower.indexOf('\r', at)));
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
