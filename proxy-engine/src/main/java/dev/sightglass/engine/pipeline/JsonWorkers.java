package dev.sightglass.engine.pipeline;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A few threads of their own for reading and translating whole requests, so that one request's JSON never occupies a thread
 * that carries other streams' tokens.
 */
public final class JsonWorkers implements AutoCloseable {
    /** Below this size the change of threads costs more than the work. */
    private static final int INLINE_BYTES = 4096;

    private final ExecutorService threads;

    public JsonWorkers() {
        int count = Math.max(2, Runtime.getRuntime().availableProcessors());
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("sightglass-json-", 1).factory());
    }

    /** Work that may fail in its own way. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does the work and waits for it. */
    <T, E extends Exception> T call(int bytes, Work<T, E> work) throws E, InterruptedException {
        if (bytes < INLINE_BYTES) return work.run();
        Future<T> result = threads.submit(work::run);
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw JsonWorkers.<E>asThrown(e);
        }
    }

    // The work declares E; everything else is unchecked.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E asThrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case null -> throw new IllegalStateException(e);
            case Throwable declared -> (E) declared;
        };
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
