package dev.sightglass.app.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * What the app is told at its start.
 *
 * @param dataFolder where settings and the store are
 * @param start whether the proxy starts at once
 * @param demo whether the embedded Azure simulator takes Azure's place and a sample conversation is sent
 * @param open a file of exchanges to show, or null
 * @param overrides settings that hold for this run, over those in the settings file
 */
public record AppOptions(
        Path dataFolder,
        boolean start,
        boolean demo,
        @Nullable Path open,
        SettingsOverrides overrides) {
    /**
     * Reads the window's options.
     *
     * @throws CommandLine.ParameterException when they are not understood; its message is for people
     */
    public static AppOptions parse(List<String> arguments, Map<String, String> environment) {
        WindowOptions options = new WindowOptions();
        new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
        return options.toAppOptions(environment);
    }
}
