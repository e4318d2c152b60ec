package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.pricing.Price;
import dev.sightglass.engine.pricing.PriceTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The price table while a person edits it: own prices first, then those that came with the app. FX thread only. */
public final class PriceForm {
    private final PriceTable before;
    private final Clock clock;
    private final ObservableList<PriceRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper(true);
    private final List<Runnable> listeners = new ArrayList<>();

    public PriceForm(PriceTable table, Clock clock) {
        this.before = table;
        this.clock = clock;
        List<PriceRow> own = new ArrayList<>();
        List<PriceRow> listed = new ArrayList<>();
        for (Price price : table.prices()) {
            if (price.custom()) {
                if (shipped(price.name()) == null) own.add(new PriceRow(null, price));
            } else {
                listed.add(new PriceRow(price, custom(price.name())));
            }
        }
        own.sort(Comparator.comparing(row -> row.typed(PriceRow.Field.NAME)));
        own.forEach(this::watch);
        listed.forEach(this::watch);
        rows.addAll(own);
        rows.addAll(listed);
    }

    // Properties

    public ObservableList<PriceRow> rows() {
        return rows;
    }

    /** Whether every line can be meant. */
    public ReadOnlyBooleanProperty goodProperty() {
        return good.getReadOnlyProperty();
    }

    /** Told after each change of a field. */
    public void add(Runnable listener) {
        listeners.add(listener);
    }

    /** What is wrong with a field of a line; empty when nothing is. */
    public Optional<String> problem(PriceRow row, PriceRow.Field field) {
        Optional<String> own = row.problem(field);
        if (own.isPresent() || field != PriceRow.Field.NAME || row.blank() || row.shipped() != null) return own;
        boolean twice =
                rows.stream().anyMatch(other -> other != row && key(other).equals(key(row)));
        return twice ? Optional.of(Messages.text("prices.problem.twice")) : Optional.empty();
    }

    /** The table as it stands in the form. */
    public PriceTable table() {
        List<Price> all = new ArrayList<>(
                before.prices().stream().filter(price -> !price.custom()).toList());
        LocalDate today = LocalDate.now(clock);
        for (PriceRow row : rows) if (row.own() && !row.blank()) all.add(row.price(today));
        return new PriceTable(all);
    }

    public boolean changed() {
        return !Set.copyOf(table().prices()).equals(Set.copyOf(before.prices())) || !good.get();
    }

    // Commands

    /** A new line at the head, for a name that the app has no price for. */
    public PriceRow addRow() {
        PriceRow row = new PriceRow(null, null);
        watch(row);
        rows.addFirst(row);
        return row;
    }

    public void remove(PriceRow row) {
        rows.remove(row);
        check();
    }

    /** Everything back to what came with the app. */
    public void resetAll() {
        rows.removeIf(row -> row.shipped() == null);
        rows.forEach(PriceRow::reset);
        check();
    }

    private void watch(PriceRow row) {
        for (PriceRow.Field field : PriceRow.Field.values()) row.text(field).subscribe((_, _) -> check());
    }

    private void check() {
        good.set(rows.stream().allMatch(row -> {
            for (PriceRow.Field field : PriceRow.Field.values())
                if (problem(row, field).isPresent()) return false;
            return true;
        }));
        listeners.forEach(Runnable::run);
    }

    private @Nullable Price shipped(String name) {
        return find(name, false);
    }

    private @Nullable Price custom(String name) {
        return find(name, true);
    }

    private @Nullable Price find(String name, boolean custom) {
        return before.prices().stream()
                .filter(price -> price.custom() == custom && price.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static String key(PriceRow row) {
        return row.typed(PriceRow.Field.NAME).toLowerCase(Locale.ROOT);
    }
}
