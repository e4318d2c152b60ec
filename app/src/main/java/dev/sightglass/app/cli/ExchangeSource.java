package dev.sightglass.app.cli;

import dev.sightglass.app.options.DataOptions;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.store.ExchangeStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where a command's exchanges come from: the store, or a file of exchanges. */
final class ExchangeSource {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Look into a file of exchanges (JSON, JSON Lines, HAR) instead of the store.")
    private @Nullable Path file;

    ExchangeStore open(Stores stores, Console console) throws CliFailure {
        return file != null ? stores.file(file) : stores.reading(folder(console));
    }

    CostCalculator costs(Console console) {
        return Prices.costs(folder(console), console);
    }

    /** The data folder. */
    Path folder(Console console) {
        return data.folder(console.environment());
    }
}
