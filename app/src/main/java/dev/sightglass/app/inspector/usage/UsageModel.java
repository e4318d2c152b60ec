package dev.sightglass.app.inspector.usage;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.KeyValue;
import dev.sightglass.app.control.KeyValueSection;
import dev.sightglass.app.control.RankedBars;
import dev.sightglass.app.control.ShareCurve;
import dev.sightglass.app.control.StackedBars.Bar;
import dev.sightglass.app.control.StackedBars.Part;
import dev.sightglass.app.format.Human;
import dev.sightglass.engine.detail.Conversation;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.pricing.CostCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the usage panel shows.
 *
 * @param provenance who counted, in one sentence
 * @param tokens the tokens of this exchange as one bar; null when there are none to show
 * @param parts what fills the context window
 * @param turns the tokens of the same agent's exchanges up to this one, oldest first
 * @param cache what share of the input of each of them came from the cache
 */
record UsageModel(
        String provenance,
        @Nullable Bar tokens,
        List<KeyValueSection> ledger,
        List<RankedBars.Bar> parts,
        List<Bar> turns,
        List<ShareCurve.Point> cache) {

    static UsageModel of(ExchangeDetails details, ExchangeSummary exchange, CostCalculator costs, int most) {
        Usage usage = exchange.answer().usage();
        List<ExchangeSummary> turns = details.turns(exchange, most).stream()
                .filter(turn -> turn.answer().usage() != null)
                .toList();
        Conversation conversation = details.conversation(details.find(exchange).orElseThrow());
        List<KeyValueSection> ledger = usage == null
                ? List.of()
                : List.of(
                        input(usage, details.counted(exchange)), output(usage), CostSection.of(exchange, turns, costs));
        return new UsageModel(
                provenance(exchange, usage),
                usage == null ? null : bar(exchange, usage),
                ledger,
                Composition.of(conversation, usage),
                turns.stream()
                        .map(turn ->
                                bar(turn, Objects.requireNonNull(turn.answer().usage())))
                        .toList(),
                turns.stream().map(UsageModel::cacheShare).toList());
    }

    private static ShareCurve.Point cacheShare(ExchangeSummary turn) {
        Usage usage = Objects.requireNonNull(turn.answer().usage());
        Long total = usage.totalInput();
        Long cached = usage.cacheRead();
        double share = total == null || total == 0 || cached == null ? Double.NaN : (double) cached / total;
        return new ShareCurve.Point("#" + turn.id(), share);
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

    private static KeyValueSection input(Usage usage, OptionalLong counted) {
        List<KeyValue> lines = new ArrayList<>();
        lines.add(count("inspector.usage.input.total", usage.totalInput(), usage));
        lines.add(count("inspector.usage.fresh", usage.input(), usage));
        lines.add(count("inspector.usage.cached", usage.cacheRead(), usage));
        lines.add(count("inspector.usage.created", usage.cacheCreation(), usage));
        lines.add(KeyValue.of(text("inspector.usage.share"), share(usage)));
        if (counted.isPresent()) lines.add(drift(usage, counted.getAsLong()));
        if (some(usage.audioInput())) lines.add(count("inspector.usage.audio", usage.audioInput(), usage));
        return new KeyValueSection(text("inspector.usage.input"), lines);
    }

    /** What {@code count_tokens} had said, and how far off it was. */
    private static KeyValue drift(Usage usage, long counted) {
        Long total = usage.totalInput();
        if (total == null || total == 0 || usage.source() == Usage.Source.ESTIMATED)
            return KeyValue.of(text("inspector.usage.counted"), Human.exact(counted));
        double drift = 100.0 * (counted - total) / total;
        return KeyValue.of(
                text("inspector.usage.counted"),
                text("inspector.usage.drift", Human.exact(counted), String.format(Locale.ROOT, "%+.1f%%", drift)));
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
        if (some(usage.acceptedPrediction()))
            lines.add(count("inspector.usage.accepted", usage.acceptedPrediction(), usage));
        if (some(usage.rejectedPrediction()))
            lines.add(count("inspector.usage.rejected", usage.rejectedPrediction(), usage));
        if (some(usage.audioOutput())) lines.add(count("inspector.usage.audio", usage.audioOutput(), usage));
        return new KeyValueSection(text("inspector.usage.output"), lines);
    }

    /** Kinds of tokens that few models know are told where there are any. */
    private static boolean some(@Nullable Long count) {
        return count != null && count > 0;
    }

    private static KeyValue count(String key, @Nullable Long count, Usage usage) {
        if (count == null) return new KeyValue(text(key), text("inspector.usage.notReported"), null, "muted");
        String mark = usage.source() == Usage.Source.ESTIMATED ? "≈ " : "";
        return KeyValue.of(text(key), mark + Human.exact(count));
    }
}
