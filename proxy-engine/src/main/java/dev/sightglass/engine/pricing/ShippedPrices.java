package dev.sightglass.engine.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public list prices that come with the app: pay as you go, global deployments. Contracts and regions differ. */
public final class ShippedPrices {
    private static final String OPENAI = "https://azure.microsoft.com/pricing/details/azure-openai/";
    private static final String CLAUDE = "https://platform.claude.com/docs/en/about-claude/pricing";
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 23);

    /** A model that is not in here has no known price, and its exchanges no known cost. */
    public static final PriceTable TABLE = new PriceTable(List.of(
            openAi("gpt-4o", "2.50", "1.25", "10"),
            openAi("gpt-4o-mini", "0.15", "0.075", "0.60"),
            openAi("gpt-4.1", "2", "0.50", "8"),
            openAi("gpt-4.1-mini", "0.40", "0.10", "1.60"),
            openAi("gpt-4.1-nano", "0.10", "0.025", "0.40"),
            openAi("o3", "2", "0.50", "8"),
            openAi("o4-mini", "1.10", "0.275", "4.40"),
            openAi("gpt-5", "1.25", "0.125", "10"),
            openAi("gpt-5-chat", "1.25", "0.125", "10"),
            openAi("gpt-5-codex", "1.25", "0.125", "10"),
            openAi("gpt-5-mini", "0.25", "0.025", "2"),
            openAi("gpt-5-nano", "0.05", "0.005", "0.40"),
            openAi("gpt-5.1", "1.25", "0.125", "10"),
            openAi("gpt-5.1-chat", "1.25", "0.125", "10"),
            openAi("gpt-5.1-codex", "1.25", "0.125", "10"),
            openAi("gpt-5.1-codex-mini", "0.25", "0.025", "2"),
            openAi("gpt-5.2", "1.75", "0.175", "14"),
            openAi("gpt-5.2-codex", "1.75", "0.175", "14"),
            openAi("gpt-5.4", "2.50", "0.25", "15"),
            openAi("gpt-5.4-mini", "0.75", "0.075", "4.50"),
            openAi("gpt-5.4-nano", "0.20", "0.02", "1.25"),
            openAi("gpt-5.5", "5", "0.50", "30"),
            claude("claude-haiku-4-5", "1", "0.10", "1.25", "5"),
            claude("claude-sonnet-4-5", "3", "0.30", "3.75", "15"),
            claude("claude-sonnet-4-6", "3", "0.30", "3.75", "15"),
            claude("claude-opus-4-5", "5", "0.50", "6.25", "25"),
            claude("claude-opus-4-8", "5", "0.50", "6.25", "25")));

    private ShippedPrices() {}

    private static Price openAi(String model, String input, String cached, String output) {
        return price(model, input, cached, null, output, OPENAI);
    }

    private static Price claude(String model, String input, String cached, String write, String output) {
        return price(model, input, cached, write, output, CLAUDE);
    }

    private static Price price(
            String model, String input, String cached, @Nullable String write, String output, String source) {
        BigDecimal writing = write == null ? null : new BigDecimal(write);
        return new Price(
                model,
                new BigDecimal(input),
                new BigDecimal(cached),
                writing,
                new BigDecimal(output),
                source,
                AS_OF,
                false);
    }
}
