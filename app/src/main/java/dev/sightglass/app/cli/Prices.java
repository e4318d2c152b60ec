package dev.sightglass.app.cli;

import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.ShippedPrices;

/** The prices that commands reckon with. */
final class Prices {
    private Prices() {}

    static CostCalculator costs() {
        return new CostCalculator(() -> ShippedPrices.TABLE);
    }
}
