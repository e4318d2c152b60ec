package dev.sightglass.app.claude;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * The client's npm package, installed once a checkout into the git-ignored {@code target/claude} of the project's root.
 *
 * <p>Nothing of it is ever committed. Where npm or its registry is missing the tests are skipped, with the reason.
 */
final class ClaudeInstallation {

    /** The version that the tests were last seen to pass with; raise it on purpose, reading what changed on the wire. */
    static final String VERSION = "2.1.330";

    private static final String PACKAGE = "@anthropic-ai/claude-code@" + VERSION;
    private static final long INSTALL_SECONDS = 100;

    private ClaudeInstallation() {}

    /** The client's program, installed first if need be. */
    static Path program() throws IOException, InterruptedException {
        Path folder = projectRoot().resolve("target").resolve("claude");
        Files.createDirectories(folder);
        Path lock = folder.resolveSibling("claude.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            Path marker = folder.resolve("installed-" + VERSION);
            if (!Files.exists(marker)) {
                install(folder);
                Files.createFile(marker);
            }
        }
        return findProgram(folder);
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("npm.log");
        ProcessBuilder npm = new ProcessBuilder(
                List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", folder.toString(), PACKAGE));
        npm.redirectErrorStream(true).redirectOutput(log.toFile());
        Process process;
        try {
            process = npm.start();
        } catch (IOException noNpm) {
            throw skipped("npm is not installed", noNpm);
        }
        if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw skipped("npm install took longer than " + INSTALL_SECONDS + " s", null);
        }
        if (process.exitValue() != 0) {
            throw skipped("npm install failed, see " + log, null);
        }
    }

    private static TestAbortedException skipped(String reason, @Nullable Throwable cause) {
        return new TestAbortedException("SKIPPED, the real Claude Code client was not run: " + reason, cause);
    }

    /** The platform's own package holds one program; which one npm chose depends on the machine. */
    private static Path findProgram(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("node_modules").resolve("@anthropic-ai"), 2)) {
            return files.filter(
                            file -> file.getParent().getFileName().toString().startsWith("claude-code-"))
                    .filter(file -> file.getFileName().toString().matches("claude(\\.exe)?"))
                    .findFirst()
                    .orElseThrow(() -> skipped("its package has no program for this system", null));
        }
    }

    /** Surefire runs in the module's folder. */
    private static Path projectRoot() {
        return Path.of("").toAbsolutePath().getParent();
    }
}
