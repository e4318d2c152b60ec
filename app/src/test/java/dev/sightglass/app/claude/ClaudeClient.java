package dev.sightglass.app.claude;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/**
 * A person at the real client: own empty home folder, own project folder, and an environment with nothing in it but
 * what is said here, so that no credential of the machine can reach the client or the wire.
 */
final class ClaudeClient {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(90);

    private final Path program;
    private final Path folder;
    private final Path home;
    private final Path project;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** Makes {@code home} and {@code project} inside {@code folder}, a test's temporary one. */
    ClaudeClient(Path folder, URI baseUrl, String model) throws IOException, InterruptedException {
        this.program = ClaudeInstallation.program();
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("home"));
        this.project = Files.createDirectories(folder.resolve("project"));
        environment.put("HOME", home.toString());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("TERM", "xterm");
        environment.put("ANTHROPIC_BASE_URL", baseUrl.toString());
        environment.put("ANTHROPIC_MODEL", model);
        environment.put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
        environment.put("DISABLE_AUTOUPDATER", "1");
        environment.put("DISABLE_TELEMETRY", "1");
        environment.put("DISABLE_ERROR_REPORTING", "1");
    }

    /** The folder in which the client works. */
    Path project() {
        return project;
    }

    /** Sends the key as {@code x-api-key}. */
    ClaudeClient withApiKey(String key) {
        return with("ANTHROPIC_API_KEY", key);
    }

    /** The set-up with a helper program: its output goes out as {@code x-api-key} and as bearer token. */
    ClaudeClient withApiKeyHelper(String key) throws IOException {
        Path settings = Files.createDirectories(home.resolve(".claude")).resolve("settings.json");
        Files.writeString(settings, "{\"apiKeyHelper\": \"echo " + key + "\"}");
        return this;
    }

    ClaudeClient with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Asks without a terminal ({@code -p}) and waits for the end; more arguments follow the prompt. */
    ClaudeRun ask(String prompt, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-p", prompt));
        command.addAll(List.of(arguments));
        Path stdout = Files.createTempFile(folder, "stdout", ".txt");
        Path stderr = Files.createTempFile(folder, "stderr", ".txt");
        Process process = start(command, stdout, stderr);
        if (!process.waitFor(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError("the client did not end within " + TIME_LIMIT + "; it printed: "
                    + Files.readString(stdout) + Files.readString(stderr));
        }
        return new ClaudeRun(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
    }

    /** Asks, presses Ctrl-C as soon as the condition holds, and waits for the end. */
    void askAndInterrupt(String prompt, BooleanSupplier moment) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = start(List.of(program.toString(), "-p", prompt), output, output);
        try {
            Awaitility.await().atMost(TIME_LIMIT).until(moment::getAsBoolean);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                throw new AssertionError("the client did not end when interrupted: " + Files.readString(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(List<String> command, Path stdout, Path stderr) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(project.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(
                Files.createTempFile(folder, "empty", ".txt").toFile()));
        builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
        return builder.start();
    }
}
