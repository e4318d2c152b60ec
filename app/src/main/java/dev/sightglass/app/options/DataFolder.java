package dev.sightglass.app.options;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder in which a platform wants an app to keep its data. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * The app's data folder; it may not exist yet.
     *
     * @param system the system's name as Java gives it, such as {@code Linux}
     * @param home the user's home folder
     * @param environment environment variables, by name
     */
    public static Path platformDefault(String system, String home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) return Path.of(home, "Library", "Application Support", "Sightglass");
        if (name.startsWith("windows"))
            return base(environment.get("APPDATA"), Path.of(home, "AppData", "Roaming"))
                    .resolve("Sightglass");
        return base(environment.get("XDG_DATA_HOME"), Path.of(home, ".local", "share"))
                .resolve("sightglass");
    }

    /** The XDG specification wants relative paths to be ignored; a relative APPDATA would be no better. */
    private static Path base(@Nullable String configured, Path otherwise) {
        return configured != null && Path.of(configured).isAbsolute() ? Path.of(configured) : otherwise;
    }
}
