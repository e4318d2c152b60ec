package dev.sightglass.app.testing;

import dev.sightglass.engine.export.ExportFormats;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.ExportProgress;
import dev.sightglass.engine.export.ExportRefused;
import dev.sightglass.engine.export.Exporter;
import dev.sightglass.engine.export.Sanitiser;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import java.io.IOException;
import java.nio.file.Path;

/** Files of exchanges to open, as an export writes them. */
public final class ExportedFile {
    private ExportedFile() {}

    /** All that a store has, as JSON Lines. */
    public static void of(ExchangeStore store, Path file, CostCalculator costs) throws IOException, ExportRefused {
        var ids = store.newest(Integer.MAX_VALUE, null).stream()
                .map(ExchangeSummary::id)
                .sorted()
                .toList();
        ExportOptions options = new ExportOptions(ExportLevel.FULL, Sanitiser.NONE, costs, "test");
        new Exporter(store, ExportFormats.JSON_LINES, options).toFile(ids, file, true, ExportProgress.NONE);
    }

    /** A screenful of samples, some of them still running. */
    public static void ofSamples(Path file, CostCalculator costs) throws IOException, ExportRefused {
        try (ExchangeStore elsewhere = new MemoryExchangeStore(EngineSettings.DEFAULT.capture())) {
            for (ExchangeSummary each : SampleExchanges.aScreenful()) elsewhere.save(RecordedRun.stored(each));
            of(elsewhere, file, costs);
        }
    }
}
