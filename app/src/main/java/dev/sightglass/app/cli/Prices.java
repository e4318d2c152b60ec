package dev.sightglass.app.cli;

import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.PriceFile;
import java.nio.file.Path;

/** The prices that commands reckon with: the shipped ones, and over them those that a person set in the window. */
final class Prices {
    private Prices() {}

    static CostCalculator costs(Path dataFolder, Console console) {
        PriceFile.Loaded loaded = new PriceFile(dataFolder).load();
        if (loaded.warning() != null) console.err().println("sightglass: " + loaded.warning());
        return new CostCalculator(loaded::table);
    }
}
