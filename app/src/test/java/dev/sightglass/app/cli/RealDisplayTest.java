package dev.sightglass.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program with its window on a real X display, GTK and all. The other screen tests run on JavaFX's headless platform,
 * where the system's libraries, and what they do to ours, are not loaded.
 */
@Timeout(180)
class RealDisplayTest {
    @TempDir
    Path folder;

    @Test
    void theWindowOpensAndRecordsTheDemo() throws Exception {
        Optional<VirtualDisplay> display = VirtualDisplay.start();
        Assumptions.assumeTrue(display.isPresent(), "SKIPPED: no Xvfb here, so the window was not tried on a display");
        Path errors = folder.resolve("errors.txt");
        try (VirtualDisplay screen = display.get();
                App app = new App(launch(screen, errors))) {
            CommandRun list = new CommandRun(Map.of());
            Awaitility.await().atMost(90, TimeUnit.SECONDS).until(() -> !app.alive() || recorded(list));
            assertThat(app.alive()).as(() -> "ended by itself: " + read(errors)).isTrue();
            app.terminate();
            assertThat(read(errors)).doesNotContain("Exception").doesNotContain("fatal error");
        }
    }

    private boolean recorded(CommandRun list) {
        String data = folder.resolve("data").resolve("demo").toString();
        return list.execute("list", "--data-dir", data) == 0
                && list.out().contains("refusal")
                && list.out().contains("cancelled");
    }

    private Process launch(VirtualDisplay screen, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "-cp",
                        classPathWithoutTests(),
                        "dev.sightglass.app.Launcher",
                        "--demo",
                        "--port",
                        "0",
                        "--data-dir",
                        folder.resolve("data").toString()))
                .redirectOutput(errors.toFile())
                .redirectErrorStream(true);
        builder.environment().put("DISPLAY", screen.name());
        builder.environment().keySet().removeIf(name -> name.startsWith("AZURE_") || name.startsWith("OPENAI_"));
        return builder.start();
    }

    /** The tests' classes hold a mended headless platform, which is not what is tried here. */
    private static String classPathWithoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The program, ended in any case. */
    private record App(Process process) implements AutoCloseable {
        boolean alive() {
            return process.isAlive();
        }

        void terminate() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
