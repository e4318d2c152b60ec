package dev.sightglass.engine.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a model or a deployment costs, in US dollars for one million tokens. A price that is not published is null.
 *
 * @param name a model's or deployment's name; {@code *} stands for any characters
 * @param input fresh input
 * @param cachedInput input read from the prompt cache
 * @param cacheWrite input written to the prompt cache
 * @param output output; reasoning as well, unless it has a price of its own
 * @param reasoning output spent on reasoning; null: the same as other output
 * @param source where the price was read, as a URL, or who set it
 * @param asOf the day on which it was read there
 * @param custom true when a person set it, false when it came with the app
 */
public record Price(
        String name,
        @Nullable BigDecimal input,
        @Nullable BigDecimal cachedInput,
        @Nullable BigDecimal cacheWrite,
        @Nullable BigDecimal output,
        @Nullable BigDecimal reasoning,
        String source,
        LocalDate asOf,
        boolean custom) {
    /** Where a price was read that a person set. */
    public static final String OWN_SOURCE = "set by you";

    /** With reasoning charged as other output. */
    public Price(
            String name,
            @Nullable BigDecimal input,
            @Nullable BigDecimal cachedInput,
            @Nullable BigDecimal cacheWrite,
            @Nullable BigDecimal output,
            String source,
            LocalDate asOf,
            boolean custom) {
        this(name, input, cachedInput, cacheWrite, output, null, source, asOf, custom);
    }
}
