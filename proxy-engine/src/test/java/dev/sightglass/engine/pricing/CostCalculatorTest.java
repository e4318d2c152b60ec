package dev.sightglass.engine.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CostCalculatorTest {
    private final CostCalculator costs = new CostCalculator(() -> ShippedPrices.TABLE);
    private final Usage usage = Usage.reported(137L, 11_008L, null, 414L);

    @Test
    void cachedInputCostsItsOwnPrice() {
        // 137 * 2 + 11,008 * 0.5 + 414 * 8 millionths of a dollar
        assertThat(costs.cost(usage, "prod", "gpt-4.1-2025-04-14")).isEqualByComparingTo("0.00909");
    }

    @Test
    void aModelIsNotTakenForItsSmallerSibling() {
        assertThat(costs.cost(usage, "prod", "gpt-4.1-mini-2025-04-14"))
                .isLessThan(costs.cost(usage, "prod", "gpt-4.1-2025-04-14"));
    }

    @Test
    void anUnknownModelHasAnUnknownCost() {
        assertThat(costs.cost(usage, "prod", "some-new-model")).isNull();
        assertThat(costs.cost(usage, null, null)).isNull();
    }

    @Test
    void tokensWithoutAPublishedPriceMakeTheCostUnknown() {
        assertThat(costs.cost(Usage.reported(1L, 0L, 5L, 1L), "prod", "gpt-4.1"))
                .isNull();
        assertThat(costs.cost(Usage.reported(1L, 0L, 5L, null), "prod", "claude-sonnet-4-5"))
                .isNull();
    }

    @Test
    void anOwnPriceForADeploymentWinsOverTheList() {
        Price own = new Price(
                "prod*",
                BigDecimal.ONE,
                BigDecimal.ONE,
                null,
                BigDecimal.ONE,
                "contract",
                LocalDate.of(2026, 11, 22),
                true);
        CostCalculator ours = new CostCalculator(() -> ShippedPrices.TABLE.with(own));

        assertThat(ours.cost(usage, "prod-eu", "gpt-4.1")).isEqualByComparingTo("0.011559");
        assertThat(ours.cost(usage, "test", "gpt-4.1")).isEqualByComparingTo("0.00909");
    }

    @Test
    void anEstimateIsNeverTurnedIntoMoney() {
        Usage estimated = new Usage(Usage.Source.ESTIMATED, 1L, null, null, null, 1L, null, null, null, null, null);

        assertThat(costs.cost(estimated, "prod", "gpt-4.1")).isNull();
    }
}
