package dev.sightglass.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM, SIGINT and the closing of a console, by way of the JVM's shutdown hook: the hook holds the JVM until the program
 * has put everything away, and ends it with the program's own exit code instead of the signal's.
 */
public final class SignalTermination implements Termination {
    /** Streams get 5 s to end; what takes longer than this is ended hard. */
    private static final long PATIENCE_SECONDS = 8;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int exitCode = 1;

    @Override
    public void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "shutdown"));
    }

    @Override
    public void await() throws InterruptedException {
        asked.await();
    }

    @Override
    public void finished(int code) {
        exitCode = code;
        finished.countDown();
    }

    private void shutDown() {
        asked.countDown();
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                Runtime.getRuntime().halt(1);
        } catch (InterruptedException _) {
            Runtime.getRuntime().halt(1);
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(exitCode);
    }
}
