package dev.sightglass.engine.upstream.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes connections: through the system's proxy where there is one, names looked up, certificates checked. Thread-safe. */
final class Connector {
    private final int timeoutMillis;
    private final @Nullable SSLSocketFactory tls;

    /** @param tls makes safe connections; null for the platform's own, made when the first one is needed */
    Connector(Duration timeout, @Nullable SSLSocketFactory tls) {
        this.tls = tls;
        timeoutMillis = Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
    }

    /**
     * Connects, and waits for it.
     *
     * @param opened gets each socket before it is connected, so that another thread can close it
     * @throws UnknownHostException when there is no such host
     * @throws SSLException when there is no safe connection to it
     * @throws ConnectFailed when it cannot be reached
     */
    HttpConnection connect(Origin origin, Consumer<Socket> opened) throws IOException {
        Socket plain = plain(origin, opened);
        try {
            plain.setTcpNoDelay(true);
            return new HttpConnection(plain, origin.tls() ? safe(plain, origin) : plain);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private Socket plain(Origin origin, Consumer<Socket> opened) throws IOException {
        Proxy proxy = proxy(origin);
        if (proxy.type() != Proxy.Type.DIRECT) {
            // The proxy looks the name up.
            return connected(
                    new Socket(proxy), InetSocketAddress.createUnresolved(origin.host(), origin.port()), opened);
        }
        IOException failed = null;
        for (InetAddress address : InetAddress.getAllByName(origin.host())) {
            try {
                return connected(new Socket(), new InetSocketAddress(address, origin.port()), opened);
            } catch (IOException e) {
                failed = e;
            }
        }
        throw failed == null ? new UnknownHostException(origin.host()) : failed;
    }

    private Socket connected(Socket socket, InetSocketAddress to, Consumer<Socket> opened) throws IOException {
        opened.accept(socket);
        try {
            socket.connect(to, timeoutMillis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw new ConnectFailed(e, e instanceof SocketTimeoutException);
        }
    }

    private SSLSocket safe(Socket plain, Origin origin) throws IOException {
        SSLSocketFactory factory = tls == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : tls;
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, origin.host(), origin.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(timeoutMillis);
        try {
            socket.startHandshake();
        } catch (IOException e) {
            if (timedOut(e)) throw new ConnectFailed(e, true);
            throw e;
        }
        return socket;
    }

    private static boolean timedOut(IOException e) {
        return e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
    }

    private static Proxy proxy(Origin origin) {
        @Nullable ProxySelector selector = ProxySelector.getDefault();
        if (selector == null) return Proxy.NO_PROXY;
        URI uri = URI.create((origin.tls() ? "https://" : "http://") + origin.authority() + "/");
        var proxies = selector.select(uri);
        return proxies.isEmpty() ? Proxy.NO_PROXY : proxies.getFirst();
    }
}
