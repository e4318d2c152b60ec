package dev.sightglass.app.claude;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code sightglass serve} as a process of its own, with an environment of its own; closed as a user would, by SIGTERM. */
final class ServeProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final String ANNOUNCEMENT = "listening on ";

    private final Process process;
    private final Path errors;
    private final URI baseUrl;

    /**
     * Starts on any free port and waits until it accepts.
     *
     * @param folder for its data and its error output
     * @param environment all that it sees of the environment
     */
    ServeProcess(Path folder, Map<String, String> environment, String... arguments) throws Exception {
        errors = folder.resolve("serve-stderr.txt");
        process = launch(folder, environment, errors, arguments);
        try {
            baseUrl = awaitAnnouncement();
        } catch (Exception | AssertionError failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static Process launch(Path folder, Map<String, String> environment, Path errors, String... arguments)
            throws IOException {
        List<String> command = SightglassCommand.of("serve", "--port", "0", "--data-dir", dataFolder(folder));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("HOME", folder.toString());
        return builder.redirectError(errors.toFile()).start();
    }

    static String dataFolder(Path folder) {
        return folder.resolve("data").toString();
    }

    private URI awaitAnnouncement() throws IOException, InterruptedException {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(this::firstAnnouncement);
        try {
            String announced = line.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return URI.create(announced.substring(announced.indexOf(ANNOUNCEMENT) + ANNOUNCEMENT.length()));
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError("serve did not say where it listens: " + Files.readString(errors), failure);
        }
    }

    private String firstAnnouncement() {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return out.lines()
                .filter(line -> line.startsWith(ANNOUNCEMENT))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("it ended at once"));
    }

    /** As printed: {@code http://127.0.0.1:PORT/anything}. */
    URI baseUrl() {
        return baseUrl;
    }

    /** The same under the name that the set-up guide uses. */
    URI localhostUrl() {
        return URI.create("http://localhost:" + baseUrl.getPort() + "/anything");
    }

    /** Ends it by SIGTERM and gives its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("serve did not end within " + STOP_LIMIT + " of SIGTERM");
        }
        return process.exitValue();
    }

    String errorOutput() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
