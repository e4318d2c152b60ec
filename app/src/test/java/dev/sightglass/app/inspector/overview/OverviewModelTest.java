package dev.sightglass.app.inspector.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.KeyValue;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.PriceTable;
import dev.sightglass.engine.pricing.ShippedPrices;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OverviewModelTest {
    @Test
    void theCostStandsBesideTheTokens() {
        CostCalculator costs = new CostCalculator(() -> ShippedPrices.TABLE);
        ExchangeSummary exchange = SampleExchanges.done(3);

        assertThat(cost(exchange, costs).exact())
                .isEqualTo("$" + Objects.requireNonNull(costs.cost(exchange)).toPlainString());
    }

    @Test
    void anUnknownCostSaysWhatIsMissing() {
        CostCalculator costs = new CostCalculator(() -> PriceTable.EMPTY);

        assertThat(cost(SampleExchanges.done(3), costs).value()).isEqualTo("unknown: no price for this model");
    }

    private static KeyValue cost(ExchangeSummary exchange, CostCalculator costs) {
        return OverviewModel.of(exchange, costs).sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.key().equals("Cost"))
                .findFirst()
                .orElseThrow();
    }
}
