package dev.sightglass.app.cli;

import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.PriceTable;

/** The prices that commands reckon with. */
final class Prices {
    private Prices() {}

    static CostCalculator costs(Console console) {
        return new CostCalculator(() -> PriceTable.EMPTY);
    }
}
