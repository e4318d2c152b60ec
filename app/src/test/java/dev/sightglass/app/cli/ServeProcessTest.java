package dev.sightglass.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as people and scripts run it: a process of its own, ended by a signal. */
@Timeout(120)
class ServeProcessTest {
    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) process.destroyForcibly();
    }

    @Test
    void serveRecordsTheDemoAndEndsCleanlyOnSigterm() throws Exception {
        Path errors = folder.resolve("errors.txt");
        Path data = folder.resolve("data");
        start(errors, "serve", "--demo", "--port", "0", "--data-dir", data.toString());
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).matches("listening on http://127\\.0\\.0\\.1:\\d+/anything");

        CommandRun list = new CommandRun(Map.of());
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> list.execute("list", "--data-dir", data.toString()) == 0
                        && list.out().contains("tool_use")
                        && list.out().contains("end_turn"));
        process.destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(errors)).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(list.execute("list", "--json", "--data-dir", data.toString()))
                .isZero();
        assertThat(list.out()).contains("\"outcome\" : \"succeeded\"").doesNotContain("in_flight");
    }

    @Test
    void aTakenPortIsToldInOneLineWithExitCodeOne() throws Exception {
        Path errors = folder.resolve("errors.txt");
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            start(
                    errors,
                    "serve",
                    "--port",
                    Integer.toString(taken.getLocalPort()),
                    "--azure-endpoint",
                    "http://127.0.0.1:9",
                    "--data-dir",
                    folder.resolve("data").toString());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readAllLines(errors))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("sightglass: ")
                .contains("port");
    }

    private void start(Path errors, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.sightglass.app.Launcher"),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AZURE_") || name.startsWith("OPENAI_"));
        process = builder.start();
    }
}
