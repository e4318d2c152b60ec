package dev.sightglass.engine.server;

import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.pipeline.ClientGone;
import dev.sightglass.engine.pipeline.Downstream;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/** The way back to a client over the server's connection. */
final class UndertowDownstream implements Downstream {
    /** How long a client may still send a refused body, so that it gets to read why. */
    private static final long LINGER_MILLIS = 1500;

    private final HttpServerExchange serverExchange;
    private final ClientWatch watch;

    UndertowDownstream(HttpServerExchange serverExchange, ClientWatch watch) {
        this.serverExchange = serverExchange;
        this.watch = watch;
    }

    @Override
    public void reply(ResponseHead head, byte[] body) throws ClientGone {
        // A body that was not read makes the connection useless: closed, and not after all of it has come.
        if (!serverExchange.isRequestComplete()) closeAfterwards();
        Heads.respond(serverExchange, head.status(), head.headers());
        serverExchange.setResponseContentLength(body.length);
        serverExchange.startBlocking();
        watch.stop();
        write(out -> {
            out.write(body);
            out.close();
        });
    }

    @Override
    public void begin(ResponseHead head) {
        Heads.respond(serverExchange, head.status(), head.headers());
        serverExchange.startBlocking();
    }

    @Override
    public void send(byte[] bytes) throws ClientGone {
        write(out -> {
            out.write(bytes);
            out.flush();
        });
    }

    @Override
    public void end(byte[] bytes) throws ClientGone {
        watch.stop();
        write(out -> {
            out.write(bytes);
            out.close();
        });
    }

    @Override
    public void abort() {
        watch.stop();
        IoUtils.safeClose(serverExchange.getConnection());
    }

    private void closeAfterwards() {
        serverExchange.setPersistent(false);
        serverExchange.getResponseHeaders().put(Headers.CONNECTION, "close");
        var connection = serverExchange.getConnection();
        try {
            serverExchange
                    .getIoThread()
                    .executeAfter(() -> IoUtils.safeClose(connection), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // The proxy is being stopped: the server closes the connection by itself.
        }
    }

    /** What is written. */
    @FunctionalInterface
    private interface Write {
        void to(OutputStream out) throws IOException;
    }

    private void write(Write write) throws ClientGone {
        try {
            write.to(serverExchange.getOutputStream());
        } catch (IOException e) {
            throw new ClientGone(String.valueOf(e.getMessage()));
        }
    }
}
