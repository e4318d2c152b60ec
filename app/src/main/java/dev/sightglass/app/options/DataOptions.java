package dev.sightglass.app.options;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the app keeps what it knows. */
public final class DataOptions {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder of the settings and of what was recorded (default: the platform's data folder).")
    private @Nullable Path folder;

    public Path folder(Map<String, String> environment) {
        return folder != null
                ? folder.toAbsolutePath().normalize()
                : DataFolder.platformDefault(
                        System.getProperty("os.name", ""), System.getProperty("user.home", "."), environment);
    }
}
