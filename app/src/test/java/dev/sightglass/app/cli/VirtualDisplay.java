package dev.sightglass.app.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** An X server without a screen (Xvfb), on a display number that it chooses itself. */
final class VirtualDisplay implements AutoCloseable {
    private final Process server;
    private final String name;

    private VirtualDisplay(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Empty where Xvfb is not installed. */
    static Optional<VirtualDisplay> start() throws IOException {
        if (!installed()) return Optional.empty();
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = server.inputReader(StandardCharsets.US_ASCII);
        String number = out.readLine();
        if (number == null) throw new IOException("Xvfb ended before it had a display");
        return Optional.of(new VirtualDisplay(server, ":" + number));
    }

    private static boolean installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
    }

    /** For the variable DISPLAY. */
    String name() {
        return name;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
