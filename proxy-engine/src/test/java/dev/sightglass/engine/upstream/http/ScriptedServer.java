package dev.sightglass.engine.upstream.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server that does to each connection what the test says. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final String scheme;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();

    /** What happens on one connection. */
    @FunctionalInterface
    interface Script {
        void run(Peer peer) throws Exception;
    }

    ScriptedServer(Script script) throws IOException {
        this("http", ServerSocketFactory.getDefault(), script);
    }

    ScriptedServer(String scheme, ServerSocketFactory factory, Script script) throws IOException {
        this.scheme = scheme;
        this.script = script;
        server = factory.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String url() {
        return url("127.0.0.1");
    }

    String url(String host) {
        return scheme + "://" + host + ":" + server.getLocalPort() + "/path?query=1";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.run(new Peer(socket.getInputStream(), socket.getOutputStream()));
        } catch (Exception e) {
            // The client left, or refused the handshake: the test looks at the client's side.
        }
    }

    /** The server's side of a connection. */
    record Peer(InputStream in, OutputStream out) {
        /** Reads one request, and returns its head. */
        String request() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) throw new IOException("no request");
                head.append((char) next);
            }
            int at = head.indexOf("Content-Length: ") + "Content-Length: ".length();
            in.skipNBytes(Long.parseLong(head.substring(at, head.indexOf("\r", at))));
            return head.toString();
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void answer(String body) throws IOException {
            send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }

        /** Waits until the client closes. */
        void awaitEnd() throws IOException {
            while (in.read() >= 0) continue;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) socket.close();
    }
}
