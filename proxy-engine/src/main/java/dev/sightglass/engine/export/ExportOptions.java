package dev.sightglass.engine.export;

import dev.sightglass.engine.pricing.CostCalculator;

/**
 * What every format needs to know.
 *
 * @param sanitiser masks secrets at level {@link ExportLevel#SANITISED}
 * @param version the app's version, for formats that name their creator
 */
public record ExportOptions(ExportLevel level, Sanitiser sanitiser, CostCalculator costs, String version) {
    /** The sanitiser that the level asks for. */
    public Sanitiser active() {
        return level == ExportLevel.FULL ? Sanitiser.NONE : sanitiser;
    }

    public boolean content() {
        return level != ExportLevel.NO_CONTENT;
    }
}
