package dev.sightglass.engine.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The known prices. An entry names a model or a deployment; of several that fit a name the longest wins, and one that a
 * person set wins over one that came with the app. A date at a name's end ({@code gpt-4.1-2025-04-14}) is passed over.
 */
public record PriceTable(List<Price> prices) {
    private static final Pattern DATE = Pattern.compile("[-@](\\d{4}-\\d{2}-\\d{2}|\\d{8})$");

    public static final PriceTable EMPTY = new PriceTable(List.of());

    public PriceTable {
        prices = List.copyOf(prices);
    }

    /**
     * The price of an answer.
     *
     * <p>A deployment's name is its owner's choice, so what somebody set for that name comes first; then the model that the
     * answer names; then the deployment's name in the hope that it is the model's. What the client asked for says nothing.
     */
    public Optional<Price> find(@Nullable String deployment, @Nullable String reportedModel) {
        return best(deployment, true).or(() -> best(reportedModel, false)).or(() -> best(deployment, false));
    }

    /** This table with the entry added, or put in the place of the one of the same name and origin. */
    public PriceTable with(Price price) {
        List<Price> others = new ArrayList<>(prices);
        others.removeIf(p -> p.custom() == price.custom() && p.name().equalsIgnoreCase(price.name()));
        others.add(price);
        return new PriceTable(others);
    }

    /** This table without what a person set for that name. */
    public PriceTable without(String name) {
        return new PriceTable(prices.stream()
                .filter(p -> !(p.custom() && p.name().equalsIgnoreCase(name)))
                .toList());
    }

    private Optional<Price> best(@Nullable String name, boolean customOnly) {
        if (name == null || name.isBlank()) return Optional.empty();
        String plain = name.strip().toLowerCase(Locale.ROOT);
        String undated = DATE.matcher(plain).replaceFirst("");
        return prices.stream()
                .filter(p -> p.custom() || !customOnly)
                .filter(p -> fits(p.name(), plain) || fits(p.name(), undated))
                .max(Comparator.comparing(Price::custom)
                        .thenComparingInt(p -> p.name().length()));
    }

    private static boolean fits(String pattern, String name) {
        return fits(pattern.toLowerCase(Locale.ROOT), 0, name, 0);
    }

    private static boolean fits(String pattern, int p, String name, int n) {
        int star = pattern.indexOf('*', p);
        if (star < 0) return name.substring(n).equals(pattern.substring(p));
        String before = pattern.substring(p, star);
        if (!name.startsWith(before, n)) return false;
        for (int rest = n + before.length(); rest <= name.length(); rest++)
            if (fits(pattern, star + 1, name, rest)) return true;
        return false;
    }
}
