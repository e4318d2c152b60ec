package dev.sightglass.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/** Runs commands in this process and keeps what they print. */
final class CommandRun implements Termination {
    private final Map<String, String> environment;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> opened = new ArrayList<>();
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteArrayOutputStream err = new ByteArrayOutputStream();
    private volatile int exitCode = -1;

    CommandRun(Map<String, String> environment) {
        this.environment = environment;
    }

    int execute(String... arguments) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        Console console = new Console(print(out), print(err), environment, this);
        return new CommandLineApp(console, window -> {
                    opened.addAll(window);
                    return 0;
                })
                .run(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> opened() {
        return opened;
    }

    int exitCode() {
        return exitCode;
    }

    /** Waits for the first whole line of output. */
    String awaitLine() {
        Awaitility.await().until(() -> out().contains("\n"));
        return out().lines().findFirst().orElseThrow();
    }

    void end() {
        end.countDown();
    }

    @Override
    public void watch() {
        exitCode = -1;
    }

    @Override
    public void await() throws InterruptedException {
        end.await();
    }

    @Override
    public void finished(int code) {
        exitCode = code;
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
