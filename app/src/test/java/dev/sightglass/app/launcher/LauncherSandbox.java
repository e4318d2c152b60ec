package dev.sightglass.app.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of the launcher in a project of its own, with a JDK and a Maven that only tell how they were called, so that the
 * script is tested without a build.
 */
final class LauncherSandbox {

    /** What a start printed and its exit code. */
    record Result(int exitCode, String stdout, String stderr) {}

    private static final List<String> TOOLS = List.of(
            "bash",
            "env",
            "sh",
            "cat",
            "cp",
            "dirname",
            "find",
            "flock",
            "grep",
            "head",
            "locale",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "touch",
            "uname");
    private static final long SECONDS = 60;

    private final Path folder;
    private final Path project;
    private final Path jdk;
    private final Path tools;
    private final Map<String, String> environment = new LinkedHashMap<>();

    LauncherSandbox(Path folder) throws IOException {
        this.folder = folder;
        // A blank in the path is what most often breaks a script.
        project = Files.createDirectories(folder.resolve("my project"));
        jdk = folder.resolve("jdk");
        tools = Files.createDirectories(folder.resolve("tools"));
        copyLauncher();
        makeSources();
        makeJdk("25.0.3");
        linkTools();
        environment.put("HOME", folder.toString());
        environment.put("PATH", tools.toString());
        environment.put("JAVA_HOME", jdk.toString());
    }

    private void copyLauncher() throws IOException {
        Files.copy(Path.of("..", "sightglass"), launcher());
        makeExecutable(launcher());
    }

    private void makeSources() throws IOException {
        for (String file : List.of("pom.xml", "app/pom.xml", "proxy-engine/pom.xml", "app/src/main/java/Main.java")) {
            Path source = project.resolve(file);
            Files.createDirectories(source.getParent());
            Files.writeString(source, "");
        }
        Files.createDirectories(project.resolve("proxy-engine/src/main"));
        Files.createDirectories(project.resolve("icons"));
        try (Stream<Path> all = Files.walk(project)) {
            for (Path file : all.toList()) {
                age(file);
            }
        }
    }

    /** Older than any build. */
    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    private void makeJdk(String version) throws IOException {
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/javac"), "");
        script(jdk.resolve("bin/java"), """
                echo "encoding $(locale charmap)"
                for argument in "$@"; do echo "[$argument]"; done
                cat
                exit 7
                """);
    }

    private void linkTools() throws IOException {
        for (String tool : TOOLS) {
            for (String bin : List.of("/usr/bin", "/bin")) {
                Path original = Path.of(bin, tool);
                if (Files.exists(original) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), original);
                }
            }
        }
    }

    /** A Maven that leaves what a build leaves, and counts its calls. */
    LauncherSandbox withMaven() throws IOException {
        script(tools.resolve("mvn"), """
                echo build >> builds.txt
                for argument in "$@"; do
                  case $argument in -DoutputDirectory=*) mkdir -p "${argument#*=}" ;; esac
                done
                mkdir -p app/target && touch app/target/sightglass.jar
                """);
        return this;
    }

    LauncherSandbox withFailingMaven() throws IOException {
        script(tools.resolve("mvn"), "echo '[ERROR] Main.java:[1,1] cannot find symbol'; exit 1");
        return this;
    }

    LauncherSandbox with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    LauncherSandbox without(String variable) {
        environment.remove(variable);
        return this;
    }

    Path launcher() {
        return project.resolve("sightglass");
    }

    Path source() {
        return project.resolve("app/src/main/java/Main.java");
    }

    int builds() throws IOException {
        Path count = project.resolve("builds.txt");
        return Files.exists(count) ? Files.readAllLines(count).size() : 0;
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return run(launcher(), "", arguments);
    }

    Result run(Path command, String input, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        Path stdout = folder.resolve("stdout.txt");
        Path stderr = folder.resolve("stderr.txt");
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile())
                .start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end");
        }
        return new Result(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        makeExecutable(file);
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
