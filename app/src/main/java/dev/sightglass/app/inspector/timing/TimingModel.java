package dev.sightglass.app.inspector.timing;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.KeyValue;
import dev.sightglass.app.control.Phase;
import dev.sightglass.app.control.Phases;
import dev.sightglass.app.format.Human;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the timing panel shows.
 *
 * @param total the whole span in nanoseconds, the scale of the bars
 * @param bars one a phase, and one for every attempt when there were several
 */
record TimingModel(long total, List<Bar> bars, List<KeyValue> figures) {

    /** One line of the waterfall; {@code phase.key} gives the colour. */
    record Bar(String label, Phase phase, @Nullable String remark) {}

    static TimingModel of(Exchange exchange, long now) {
        ExchangeSummary summary = exchange.summary();
        List<Phase> phases = Phases.of(summary.timings(), now);
        List<Bar> bars = new ArrayList<>();
        for (Phase phase : phases) bars.add(new Bar(label(phase, phases), phase, null));
        if (exchange.attempts().size() > 1) for (Attempt attempt : exchange.attempts()) bars.add(attempt(attempt, now));
        long total = phases.isEmpty() ? 1 : phases.getLast().to();
        return new TimingModel(total, bars, figures(summary));
    }

    private static String label(Phase phase, List<Phase> all) {
        if (!phase.key().equals("overhead")) return text("phase." + phase.key());
        return text(phase == all.getLast() ? "inspector.timing.overheadAfter" : "inspector.timing.overheadBefore");
    }

    private static Bar attempt(Attempt attempt, long now) {
        long end = attempt.endedAt() == Timings.UNSET ? Math.max(now, attempt.sentAt()) : attempt.endedAt();
        String remark = attempt.failure() != null ? attempt.failure() : attempt.reason();
        String key = attempt.failure() != null ? "failed" : "stream";
        return new Bar(
                text("inspector.attempt.number", attempt.number()), new Phase(key, attempt.sentAt(), end), remark);
    }

    private static List<KeyValue> figures(ExchangeSummary summary) {
        Timings timings = summary.timings();
        Usage usage = summary.answer().usage();
        return List.of(
                figure("inspector.overview.ttfb", timings.ttfb()),
                figure("inspector.overview.ttft", timings.ttft()),
                figure("inspector.overview.duration", timings.duration()),
                figure("inspector.timing.upstream", timings.upstreamTime()),
                figure("inspector.overview.overhead", timings.overhead()),
                KeyValue.of(text("inspector.timing.rate"), rate(timings, usage)),
                KeyValue.of(text("inspector.timing.perToken"), perToken(timings, usage)));
    }

    private static KeyValue figure(String key, @Nullable Duration duration) {
        return KeyValue.of(text(key), Human.duration(duration), Human.exact(duration));
    }

    /** Output tokens per second after the first content. */
    private static String rate(Timings timings, @Nullable Usage usage) {
        if (usage == null || usage.output() == null || timings.firstContent() == Timings.UNSET) return Human.ABSENT;
        if (timings.ended() == Timings.UNSET || timings.ended() <= timings.firstContent()) return Human.ABSENT;
        double seconds = (timings.ended() - timings.firstContent()) / 1e9;
        return text("inspector.timing.rate.value", String.format(Locale.ROOT, "%.1f", usage.output() / seconds));
    }

    /** Upstream time divided by output tokens, as the record's {@code time_per_token}. */
    private static String perToken(Timings timings, @Nullable Usage usage) {
        Duration upstream = timings.upstreamTime();
        if (usage == null || usage.output() == null || usage.output() == 0 || upstream == null) return Human.ABSENT;
        return String.format(Locale.ROOT, "%.4f ms", upstream.toNanos() / 1e6 / usage.output());
    }
}
