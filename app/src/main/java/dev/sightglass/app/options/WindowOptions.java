package dev.sightglass.app.options;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the window. */
@Command
public final class WindowOptions {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final EngineOptions engine = new EngineOptions();

    @Option(names = "--start", description = "Start the proxy at once.")
    private boolean start;

    @Option(names = "--open", paramLabel = "FILE", description = "Open a file of exchanges (JSON, JSON Lines, HAR).")
    private @Nullable Path open;

    /** @param environment environment variables, by name */
    public AppOptions toAppOptions(Map<String, String> environment) {
        return new AppOptions(
                data.folder(environment), start || engine.demo(), engine.demo(), open, engine.overrides(environment));
    }
}
