package dev.sightglass.app.inspector.usage;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.KeyValue;
import dev.sightglass.app.control.KeyValueSection;
import dev.sightglass.app.control.StackedBars.Bar;
import dev.sightglass.app.control.StackedBars.Part;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Money;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.pricing.CostCalculator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the usage panel shows.
 *
 * @param provenance who counted, in one sentence
 * @param composition the tokens of this exchange as one bar; null when there are none to show
 * @param turns the tokens of the same agent's exchanges up to this one, oldest first
 */
record UsageModel(String provenance, @Nullable Bar composition, List<KeyValueSection> ledger, List<Bar> turns) {

    static UsageModel of(ExchangeSummary exchange, List<ExchangeSummary> turns, CostCalculator costs) {
        Usage usage = exchange.answer().usage();
        return new UsageModel(
                provenance(exchange, usage),
                usage == null ? null : bar(exchange, usage),
                usage == null ? List.of() : List.of(input(usage), output(usage), money(exchange, costs)),
                turns.stream()
                        .filter(turn -> turn.answer().usage() != null)
                        .map(turn ->
                                bar(turn, Objects.requireNonNull(turn.answer().usage())))
                        .toList());
    }

    private static String provenance(ExchangeSummary exchange, @Nullable Usage usage) {
        if (usage == null) return text(exchange.inFlight() ? "inspector.usage.notYet" : "inspector.usage.absent");
        return switch (usage.source()) {
            case REPORTED -> text("inspector.usage.reported");
            case ESTIMATED -> text("inspector.usage.estimated");
        };
    }

    private static Bar bar(ExchangeSummary exchange, Usage usage) {
        List<Part> parts = new ArrayList<>();
        part(parts, "cached", usage.cacheRead());
        part(parts, "created", usage.cacheCreation());
        part(parts, "fresh", usage.input());
        Long reasoning = usage.reasoning();
        part(parts, "reasoning", reasoning);
        Long output = usage.output();
        part(
                parts,
                "output",
                output == null || reasoning == null ? output : Long.valueOf(Math.max(0, output - reasoning)));
        return new Bar("#" + exchange.id(), parts);
    }

    private static void part(List<Part> parts, String key, @Nullable Long count) {
        if (count != null && count > 0) parts.add(new Part(key, count));
    }

    private static KeyValueSection input(Usage usage) {
        List<KeyValue> lines = new ArrayList<>();
        lines.add(count("inspector.usage.input.total", usage.totalInput(), usage));
        lines.add(count("inspector.usage.fresh", usage.input(), usage));
        lines.add(count("inspector.usage.cached", usage.cacheRead(), usage));
        lines.add(count("inspector.usage.created", usage.cacheCreation(), usage));
        lines.add(KeyValue.of(text("inspector.usage.share"), share(usage)));
        if (usage.audioInput() != null) lines.add(count("inspector.usage.audio", usage.audioInput(), usage));
        return new KeyValueSection(text("inspector.usage.input"), lines);
    }

    private static String share(Usage usage) {
        Long total = usage.totalInput();
        if (total == null || total == 0 || usage.cacheRead() == null) return Human.ABSENT;
        return Human.percent((double) usage.cacheRead() / total);
    }

    private static KeyValueSection output(Usage usage) {
        List<KeyValue> lines = new ArrayList<>();
        lines.add(count("inspector.usage.output.total", usage.output(), usage));
        lines.add(count("inspector.usage.reasoning", usage.reasoning(), usage));
        if (usage.acceptedPrediction() != null)
            lines.add(count("inspector.usage.accepted", usage.acceptedPrediction(), usage));
        if (usage.rejectedPrediction() != null)
            lines.add(count("inspector.usage.rejected", usage.rejectedPrediction(), usage));
        if (usage.audioOutput() != null) lines.add(count("inspector.usage.audio", usage.audioOutput(), usage));
        return new KeyValueSection(text("inspector.usage.output"), lines);
    }

    private static KeyValueSection money(ExchangeSummary exchange, CostCalculator costs) {
        BigDecimal cost = costs.cost(exchange);
        KeyValue line = cost == null
                ? new KeyValue(text("inspector.usage.cost.call"), text("inspector.usage.cost.unknown"), null, "muted")
                : KeyValue.of(text("inspector.usage.cost.call"), Money.human(cost), Money.exact(cost));
        return new KeyValueSection(text("inspector.usage.cost"), List.of(line));
    }

    private static KeyValue count(String key, @Nullable Long count, Usage usage) {
        if (count == null) return new KeyValue(text(key), text("inspector.usage.notReported"), null, "muted");
        String mark = usage.source() == Usage.Source.ESTIMATED ? "≈ " : "";
        return new KeyValue(text(key), mark + Human.exact(count), null, "mono");
    }
}
