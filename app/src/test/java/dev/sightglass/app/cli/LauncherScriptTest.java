package dev.sightglass.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher at the top of the sources, with a JDK that only says how it was called. */
@EnabledOnOs(OS.LINUX)
class LauncherScriptTest {
    private static final String JAVA = """
            #!/bin/sh
            echo "locale $(locale charmap)"
            echo "arguments $*"
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void putSourcesAndJdkInPlace() throws Exception {
        Path script = Path.of("..", "sightglass");
        Files.copy(script, folder.resolve("sightglass"));
        Files.createDirectories(folder.resolve("app/target/run"));
        Files.createFile(folder.resolve("app/target/run/.stamp"));
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        program(bin.resolve("java"), JAVA);
        program(bin.resolve("javac"), "#!/bin/sh\n");
    }

    @Test
    void javaSpeaksUtf8InALocaleThatDoesNot() throws Exception {
        assertThat(run(Map.of("LC_ALL", "C", "HOME", "/"), "list")).contains("locale UTF-8");
        assertThat(run(Map.of("HOME", "/"), "serve")).contains("locale UTF-8");
        assertThat(run(Map.of("LANG", "xx_XX.UTF-8", "HOME", "/"), "list")).contains("locale UTF-8");
    }

    @Test
    void worksWithoutAHomeFolder() throws Exception {
        assertThat(run(Map.of(), "list", "--json")).contains("Launcher list --json");
    }

    @Test
    void aMistakenCommandIsLeftToTheProgramToTell() throws Exception {
        assertThat(run(Map.of("HOME", "/"), "exprot", "--out", "x")).contains("Launcher exprot --out x");
    }

    @Test
    void theWindowNeedsADisplay() throws Exception {
        assertThat(run(Map.of("HOME", "/"), "--port", "0")).contains("there is no display", "serve");
    }

    private String run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("/bin/bash", folder.resolve("sightglass").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("SIGHTGLASS_NO_BUILD", "1");
        builder.environment().put("SIGHTGLASS_NO_CACHE", "1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
