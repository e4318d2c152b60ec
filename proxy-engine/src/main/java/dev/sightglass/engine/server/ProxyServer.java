package dev.sightglass.engine.server;

import dev.sightglass.engine.settings.Limits;
import dev.sightglass.engine.settings.ListenSettings;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** The HTTP server that Claude Code talks to. Started once, closed once. */
public final class ProxyServer implements AutoCloseable {
    private final XnioWorker worker;
    private final Listeners listeners;
    private final int port;
    private final RunningExchanges running;

    private ProxyServer(XnioWorker worker, Listeners listeners, int port, RunningExchanges running) {
        this.worker = worker;
        this.listeners = listeners;
        this.port = port;
        this.running = running;
    }

    /**
     * Listens and serves.
     *
     * @throws PortTaken when another program has the port
     */
    public static ProxyServer start(ListenSettings listen, Limits limits, ServerParts parts) throws IOException {
        XnioWorker worker = worker();
        RunningExchanges running = new RunningExchanges();
        // Threads of the platform: the kernel wakes one directly when its upstream answers, and shares the cores
        // between one request's translation and the tokens of other streams.
        Executor threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("exchange-", 1).factory());
        HttpHandler root = new HttpContinueReadHandler(new RootHandler(parts, running, threads));
        Listeners listeners = new Listeners(worker, limits, root);
        try {
            return new ProxyServer(worker, listeners, listeners.open(listen), running);
        } catch (IOException | RuntimeException e) {
            worker.shutdownNow();
            throw e;
        }
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Refuses new requests, lets running exchanges go on for that time, then ends them. */
    public void drain(Duration grace) {
        running.drain(grace);
    }

    /** Closes the listening sockets and every connection. */
    @Override
    public void close() {
        listeners.close();
        worker.shutdownNow();
        try {
            worker.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static XnioWorker worker() throws IOException {
        int ioThreads = Math.max(2, Runtime.getRuntime().availableProcessors());
        // Handlers run on threads of their own; XNIO's own task threads have nothing to do.
        return Xnio.getInstance()
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_NAME, "sightglass-http")
                        .set(Options.WORKER_IO_THREADS, ioThreads)
                        .set(Options.WORKER_TASK_CORE_THREADS, 1)
                        .set(Options.WORKER_TASK_MAX_THREADS, 2)
                        .set(Options.THREAD_DAEMON, true)
                        .set(Options.TCP_NODELAY, true)
                        .getMap());
    }
}
