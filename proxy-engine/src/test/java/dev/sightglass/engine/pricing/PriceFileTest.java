package dev.sightglass.engine.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Usage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceFileTest {
    private static final Price OWN = new Price(
            "my-deployment",
            new BigDecimal("1.5"),
            null,
            null,
            new BigDecimal("6"),
            new BigDecimal("12"),
            Price.OWN_SOURCE,
            LocalDate.of(2026, 11, 22),
            true);

    @TempDir
    private Path folder;

    @Test
    void ownPricesComeBackOverTheShippedOnes() throws Exception {
        PriceFile file = new PriceFile(folder);
        file.save(ShippedPrices.TABLE.with(OWN));

        PriceTable table = file.load().table();
        assertThat(table.find("my-deployment", "gpt-4.1")).contains(OWN);
        assertThat(table.prices()).hasSize(ShippedPrices.TABLE.prices().size() + 1);
    }

    @Test
    void withoutOwnPricesThereIsNoFile() throws Exception {
        PriceFile file = new PriceFile(folder);
        file.save(ShippedPrices.TABLE.with(OWN));
        file.save(ShippedPrices.TABLE);

        assertThat(folder).isEmptyDirectory();
        assertThat(file.load()).isEqualTo(new PriceFile.Loaded(ShippedPrices.TABLE, null));
    }

    @Test
    void aFileThatCannotBeReadIsKeptAndTold() throws Exception {
        Path file = Files.writeString(folder.resolve("prices.json"), "{\"version\": 1, \"prices\": [{");

        PriceFile.Loaded loaded = new PriceFile(folder).load();

        assertThat(loaded.table()).isEqualTo(ShippedPrices.TABLE);
        assertThat(loaded.warning()).contains("prices.json", "shipped list prices hold");
        assertThat(file).exists();
    }

    @Test
    void reasoningWithAPriceOfItsOwnIsChargedApart() {
        CostCalculator costs = new CostCalculator(() -> new PriceTable(List.of(OWN)));

        assertThat(costs.cost(usage(100L, 1_000L, 400L), "my-deployment", null))
                .isEqualByComparingTo("0.00855"); // 100 x 1.5 + 600 x 6 + 400 x 12, all in millionths
        assertThat(costs.cost(usage(100L, 1_000L, null), "my-deployment", null))
                .as("nobody said how much was reasoning")
                .isNull();
    }

    private static Usage usage(long input, long output, Long reasoning) {
        return new Usage(Usage.Source.REPORTED, input, null, null, null, output, reasoning, null, null, null, null);
    }
}
