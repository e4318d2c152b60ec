package dev.sightglass.engine.server;

import dev.sightglass.engine.settings.Limits;
import dev.sightglass.engine.settings.ListenSettings;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.xnio.Options;
import org.xnio.XnioWorker;

/** The listening sockets: one, or two of the same port where the default address is used and there is IPv6. */
final class Listeners {
    private static final String IPV6_LOOPBACK = "::1";
    private static final int ATTEMPTS_FOR_ANY_PORT = 10;

    private final XnioWorker worker;
    private final Limits limits;
    private final HttpHandler handler;
    private final List<Undertow> running = new ArrayList<>();

    Listeners(XnioWorker worker, Limits limits, HttpHandler handler) {
        this.worker = worker;
        this.limits = limits;
        this.handler = handler;
    }

    /** Listens, and tells the port. A port that is free on one of the two addresses only is not taken by half. */
    int open(ListenSettings listen) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                int port = listen(listen.bind(), listen.port());
                if (listen.bind().equals(ListenSettings.DEFAULT_BIND)) listenOnIpv6(port);
                return port;
            } catch (PortTaken e) {
                close();
                if (listen.port() != 0 || attempt == ATTEMPTS_FOR_ANY_PORT) throw e;
            } catch (IOException e) {
                close();
                throw e;
            }
        }
    }

    void close() {
        for (Undertow undertow : running) undertow.stop();
        running.clear();
    }

    private void listenOnIpv6(int port) throws IOException {
        try {
            listen(IPV6_LOOPBACK, port);
        } catch (PortTaken e) {
            throw e;
        } catch (IOException _) {
            // A machine without IPv6 has no ::1; 127.0.0.1 is then all that localhost can mean.
        }
    }

    private int listen(String bind, int port) throws IOException {
        Undertow undertow = undertow(bind, port);
        try {
            undertow.start();
        } catch (RuntimeException e) {
            undertow.stop();
            throw asIoException(e, bind, port);
        }
        running.add(undertow);
        var address = (InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress();
        return address.getPort();
    }

    private Undertow undertow(String bind, int port) {
        return Undertow.builder()
                .setWorker(worker)
                .addHttpListener(port, bind)
                .setSocketOption(Options.TCP_NODELAY, true)
                .setSocketOption(Options.REUSE_ADDRESSES, true)
                .setSocketOption(Options.BACKLOG, 1024)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setServerOption(UndertowOptions.MULTIPART_MAX_ENTITY_SIZE, -1L)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setServerOption(
                        UndertowOptions.REQUEST_PARSE_TIMEOUT,
                        Math.toIntExact(limits.head().toMillis()))
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, limits.headBytes())
                .setServerOption(UndertowOptions.MAX_HEADERS, limits.headers())
                .setServerOption(UndertowOptions.MAX_PARAMETERS, 1000)
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
                .setHandler(handler)
                .build();
    }

    private static IOException asIoException(RuntimeException e, String bind, int port) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bound && isTaken(bound)) return new PortTaken(bind, port);
            if (cause instanceof IOException io) return io;
        }
        return new IOException(String.valueOf(e.getMessage()), e);
    }

    private static boolean isTaken(BindException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("in use") || message.contains("Only one usage");
    }
}
