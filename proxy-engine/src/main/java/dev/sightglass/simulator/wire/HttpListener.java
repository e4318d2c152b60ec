package dev.sightglass.simulator.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Accepts connections on loopback and serves each on a virtual thread. Thread-safe; {@link #close} ends every connection. */
public final class HttpListener implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HttpListener.class.getName());
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final ServerSocket server;
    private final HttpHandler handler;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private HttpListener(ServerSocket server, HttpHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    /**
     * Starts to accept on 127.0.0.1.
     *
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public static HttpListener start(int port, HttpHandler handler) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 1024);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        HttpListener listener = new HttpListener(server, handler);
        listener.threads.execute(listener::acceptAll);
        return listener;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Connections that are open at this moment, idle ones included. */
    public int openConnections() {
        return connections.size();
    }

    @Override
    public void close() {
        closeQuietly(server);
        connections.forEach(HttpListener::closeQuietly);
        threads.shutdownNow();
        try {
            threads.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                start(socket);
            } catch (IOException e) {
                // Closing the server socket is the way in which this loop ends; any other failure concerns one
                // connection.
                LOG.log(Level.DEBUG, "connection not accepted", e);
            }
        }
    }

    private void start(Socket socket) {
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "connection came while closing", e);
            closeQuietly(socket);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            serveRequests(
                    socket, new PushbackInputStream(new BufferedInputStream(socket.getInputStream(), 64 * 1024), 1));
        } catch (IOException e) {
            // The peer left, or a fault has broken the connection on purpose: nobody is there to be told.
            LOG.log(Level.DEBUG, "connection ended early", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    private void serveRequests(Socket socket, PushbackInputStream in) throws IOException, InterruptedException {
        boolean more = true;
        while (more) {
            Optional<RequestHead> head = readHead(socket, in);
            if (head.isEmpty()) {
                return;
            }
            WireExchange exchange = new WireExchange(head.get(), socket, in, socket.getOutputStream());
            handler.handle(exchange);
            more = exchange.awaitNext();
        }
    }

    private static Optional<RequestHead> readHead(Socket socket, PushbackInputStream in) throws IOException {
        try {
            return new RequestReader(in).readHead();
        } catch (MalformedRequest e) {
            byte[] answer = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(answer);
            return Optional.empty();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.log(Level.DEBUG, "socket already dead", e);
        }
    }
}
