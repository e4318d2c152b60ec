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
        List<Phase> phases = phases(exchange, now);
        List<Bar> bars = new ArrayList<>();
        for (Phase phase : phases) bars.add(new Bar(label(phase, phases), phase, null));
        if (exchange.attempts().size() > 1)
            for (Attempt attempt : exchange.attempts()) bars.add(attempt(attempt, summary, now));
        long total = phases.isEmpty() ? 1 : phases.getLast().to();
        return new TimingModel(total, bars, figures(summary, phases));
    }

    /** What passes until the last attempt is sent is our own only up to the first one; the rest are tries and waits. */
    private static List<Phase> phases(Exchange exchange, long now) {
        List<Phase> phases = new ArrayList<>();
        boolean retried = exchange.attempts().size() > 1;
        long first = retried ? exchange.attempts().getFirst().sentAt() : 0;
        for (Phase phase : Phases.of(exchange.summary().timings(), now)) {
            boolean before = phase.key().equals("overhead") && phase.from() <= first && phase.to() > first;
            if (!retried || !before) {
                phases.add(phase);
                continue;
            }
            if (first > phase.from()) phases.add(new Phase("overhead", phase.from(), first));
            phases.add(new Phase("retry", first, phase.to()));
        }
        return List.copyOf(phases);
    }

    private static String label(Phase phase, List<Phase> all) {
        if (!phase.key().equals("overhead")) return text("phase." + phase.key());
        return text(phase == all.getLast() ? "inspector.timing.overheadAfter" : "inspector.timing.overheadBefore");
    }

    private static Bar attempt(Attempt attempt, ExchangeSummary summary, long now) {
        long running = summary.timings().ended() == Timings.UNSET
                ? now
                : summary.timings().ended();
        long end = attempt.endedAt() == Timings.UNSET ? Math.max(running, attempt.sentAt()) : attempt.endedAt();
        List<String> remarks = new ArrayList<>();
        if (attempt.leg().response() != null)
            remarks.add(text(
                    "inspector.timing.status",
                    Integer.toString(attempt.leg().response().status())));
        if (attempt.failure() != null) remarks.add(attempt.failure());
        if (attempt.reason() != null) remarks.add(attempt.reason());
        String key = attempt.failure() != null ? "failed" : "stream";
        return new Bar(
                text("inspector.attempt.number", attempt.number()),
                new Phase(key, attempt.sentAt(), end),
                remarks.isEmpty() ? null : String.join("  ", remarks));
    }

    private static List<KeyValue> figures(ExchangeSummary summary, List<Phase> phases) {
        Timings timings = summary.timings();
        Usage usage = summary.answer().usage();
        List<KeyValue> figures = new ArrayList<>();
        figures.add(figure("inspector.overview.ttfb", timings.ttfb()));
        figures.add(
                summary.request().stream() || timings.ttft() != null
                        ? figure("inspector.overview.ttft", timings.ttft())
                        : new KeyValue(
                                text("inspector.overview.ttft"), text("inspector.timing.notStreamed"), null, "muted"));
        figures.add(figure("inspector.overview.duration", timings.duration()));
        figures.add(figure("inspector.timing.upstream", timings.upstreamTime()));
        figures.add(figure("inspector.overview.overhead", own(timings, phases)));
        figures.add(KeyValue.of(text("inspector.timing.rate"), rate(timings, usage)));
        figures.add(KeyValue.of(text("inspector.timing.perToken"), perToken(timings, usage)));
        return List.copyOf(figures);
    }

    /** Our own share, once all has ended; tries that failed and the waits between them are not ours. */
    private static @Nullable Duration own(Timings timings, List<Phase> phases) {
        if (timings.ended() == Timings.UNSET || timings.upstreamSent() == Timings.UNSET) return null;
        return Duration.ofNanos(phases.stream()
                .filter(phase -> phase.key().equals("overhead"))
                .mapToLong(Phase::nanos)
                .sum());
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
