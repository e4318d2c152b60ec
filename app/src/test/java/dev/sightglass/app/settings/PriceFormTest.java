package dev.sightglass.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.pricing.Price;
import dev.sightglass.engine.pricing.PriceTable;
import dev.sightglass.engine.pricing.ShippedPrices;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PriceFormTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final PriceForm form = new PriceForm(ShippedPrices.TABLE, TODAY);

    @Test
    void anUntouchedTableIsUnchanged() {
        assertThat(form.changed()).isFalse();
        assertThat(form.table()).isEqualTo(ShippedPrices.TABLE);
        assertThat(form.goodProperty().get()).isTrue();
    }

    @Test
    void aChangedListPriceBecomesOnesOwnAndCanBeReset() {
        PriceRow row = row("gpt-4.1");
        row.text(PriceRow.Field.INPUT).set("1.50");

        assertThat(row.own()).isTrue();
        Price price = form.table().find(null, "gpt-4.1-2025-04-14").orElseThrow();
        assertThat(price.input()).isEqualByComparingTo("1.5");
        assertThat(price.custom()).isTrue();
        assertThat(price.asOf()).isEqualTo(LocalDate.of(2026, 11, 22));

        row.reset();
        assertThat(row.own()).isFalse();
        assertThat(form.changed()).isFalse();
    }

    @Test
    void anEmptyFieldIsUnknownAndNeverZero() {
        row("gpt-4.1").text(PriceRow.Field.OUTPUT).set("");

        assertThat(form.table().find(null, "gpt-4.1").orElseThrow().output()).isNull();
    }

    @Test
    void whatIsNoPriceIsToldAtItsField() {
        PriceRow row = row("gpt-4.1");
        row.text(PriceRow.Field.CACHED).set("0,5");

        assertThat(form.problem(row, PriceRow.Field.CACHED)).get().asString().contains("\"0,5\" is no price", "2.50");
        assertThat(form.problem(row, PriceRow.Field.INPUT)).isEmpty();
        assertThat(form.goodProperty().get()).isFalse();
        assertThat(form.changed()).isTrue();
    }

    @Test
    void aNewPriceNeedsANameOfItsOwn() {
        PriceRow row = form.addRow();
        assertThat(form.goodProperty().get()).as("an empty line says nothing").isTrue();
        row.text(PriceRow.Field.INPUT).set("1");
        assertThat(form.problem(row, PriceRow.Field.NAME)).isPresent();
        row.text(PriceRow.Field.NAME).set("GPT-4.1");
        assertThat(form.problem(row, PriceRow.Field.NAME)).get().asString().contains("already");
        row.text(PriceRow.Field.NAME).set("my-*");
        assertThat(form.goodProperty().get()).isTrue();
        assertThat(form.table().find("my-deployment", null).orElseThrow().input())
                .isEqualTo(BigDecimal.ONE);

        form.remove(row);
        assertThat(form.changed()).isFalse();
    }

    @Test
    void ownPricesKeepTheirDayUntilTheyChange() {
        Price old = new Price(
                "mine", BigDecimal.ONE, null, null, BigDecimal.TEN, Price.OWN_SOURCE, LocalDate.of(2026, 1, 2), true);
        PriceTable before = ShippedPrices.TABLE.with(old);
        PriceForm again = new PriceForm(before, TODAY);

        assertThat(again.rows().getFirst().typed(PriceRow.Field.NAME)).isEqualTo("mine");
        assertThat(again.changed()).isFalse();
        again.rows().getFirst().text(PriceRow.Field.REASONING).set("12");
        assertThat(again.table().find("mine", null).orElseThrow().asOf()).isEqualTo(LocalDate.of(2026, 11, 22));
        again.resetAll();
        assertThat(again.table().prices()).containsExactlyInAnyOrderElementsOf(ShippedPrices.TABLE.prices());
    }

    private PriceRow row(String name) {
        return form.rows().stream()
                .filter(row -> row.typed(PriceRow.Field.NAME).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
