package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.pricing.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One line of the price table while a person edits it. FX thread only. */
public final class PriceRow {
    private static final int CENTS = 2;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}(\\.\\d{1,8})?");

    /** The fields of a line. */
    public enum Field {
        NAME,
        INPUT,
        CACHED,
        WRITE,
        OUTPUT,
        REASONING
    }

    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final @Nullable Price shipped;
    private final @Nullable Price before;

    /**
     * @param shipped the price that came with the app for this name; null when there is none
     * @param own what a person set for it earlier; null when nothing was
     */
    PriceRow(@Nullable Price shipped, @Nullable Price own) {
        this.shipped = shipped;
        this.before = own;
        for (Field field : Field.values()) texts.put(field, new SimpleStringProperty(""));
        if (own != null) fill(own);
        else if (shipped != null) fill(shipped);
    }

    // Properties

    public StringProperty text(Field field) {
        StringProperty text = texts.get(field);
        if (text == null) throw new IllegalArgumentException("no field " + field);
        return text;
    }

    /** The price that came with the app for this name; null when there is none. */
    public @Nullable Price shipped() {
        return shipped;
    }

    /** Whether it says something else than what came with the app. */
    public boolean own() {
        return shipped == null || !same(shipped);
    }

    public boolean blank() {
        return texts.values().stream().allMatch(text -> text.get().isBlank());
    }

    /** What is wrong with a field and what to do; empty when nothing is. */
    public Optional<String> problem(Field field) {
        String text = typed(field);
        if (field == Field.NAME) {
            return text.isEmpty() && !blank() ? Optional.of(Messages.text("prices.problem.name")) : Optional.empty();
        }
        return text.isEmpty() || NUMBER.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Messages.text("prices.problem.number", text));
    }

    // Commands

    /** Back to what came with the app. */
    public void reset() {
        if (shipped != null) fill(shipped);
    }

    /** What the line says, as set by a person today, or on the day of the price that it repeats. */
    Price price(LocalDate today) {
        if (before != null && same(before)) return before;
        return new Price(
                typed(Field.NAME),
                number(Field.INPUT),
                number(Field.CACHED),
                number(Field.WRITE),
                number(Field.OUTPUT),
                number(Field.REASONING),
                Price.OWN_SOURCE,
                today,
                true);
    }

    String typed(Field field) {
        return text(field).get().strip();
    }

    private void fill(Price price) {
        text(Field.NAME).set(price.name());
        text(Field.INPUT).set(plain(price.input()));
        text(Field.CACHED).set(plain(price.cachedInput()));
        text(Field.WRITE).set(plain(price.cacheWrite()));
        text(Field.OUTPUT).set(plain(price.output()));
        text(Field.REASONING).set(plain(price.reasoning()));
    }

    private boolean same(Price price) {
        return typed(Field.NAME).equals(price.name())
                && equal(Field.INPUT, price.input())
                && equal(Field.CACHED, price.cachedInput())
                && equal(Field.WRITE, price.cacheWrite())
                && equal(Field.OUTPUT, price.output())
                && equal(Field.REASONING, price.reasoning());
    }

    private boolean equal(Field field, @Nullable BigDecimal price) {
        BigDecimal number = number(field);
        if (number == null || price == null)
            return number == null && price == null && typed(field).isEmpty();
        return number.compareTo(price) == 0;
    }

    private @Nullable BigDecimal number(Field field) {
        String text = typed(field);
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** With cents at least, so that prices below each other can be compared. */
    private static String plain(@Nullable BigDecimal number) {
        if (number == null) return "";
        return (number.scale() < CENTS ? number.setScale(CENTS) : number).toPlainString();
    }
}
