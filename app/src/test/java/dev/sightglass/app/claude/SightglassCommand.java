package dev.sightglass.app.claude;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program's command line as the launcher builds it, on the class path of the tests. */
final class SightglassCommand {

    private SightglassCommand() {}

    static List<String> of(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-Djdk.virtualThreadScheduler.parallelism=8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.sightglass.app.Launcher"));
        command.addAll(List.of(arguments));
        return command;
    }
}
