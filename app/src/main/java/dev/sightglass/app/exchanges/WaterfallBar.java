package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Timings;
import java.time.Clock;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** One exchange's phases as a bar on the table's common time scale: upload, wait, thinking up to the first content, stream. */
final class WaterfallBar extends Pane {
    private static final double HEIGHT = 8;
    private static final double LEAST_WIDTH = 1.5;
    private static final List<String> PHASES = List.of("upload", "wait", "thinking", "stream");

    private final Clock clock;
    private final Rectangle[] bars = new Rectangle[PHASES.size()];

    WaterfallBar(Clock clock) {
        this.clock = clock;
        setManaged(false);
        setMouseTransparent(true);
        for (int i = 0; i < bars.length; i++) {
            bars[i] = new Rectangle();
            bars[i].getStyleClass().addAll("phase", PHASES.get(i));
            bars[i].setManaged(false);
            getChildren().add(bars[i]);
        }
    }

    /** Draws into this many pixels; nothing while the scale is not known. */
    void draw(@Nullable ExchangeSummary exchange, @Nullable TimeScale scale, double width, double height) {
        setVisible(exchange != null && scale != null);
        if (exchange == null || scale == null) return;
        double started = exchange.startedAt().toEpochMilli();
        double end = endOf(exchange);
        double[] marks = marks(exchange.timings(), end - started);
        for (int i = 0; i < bars.length; i++) {
            double from = scale.at(started + marks[i]) * width;
            double to = scale.at(started + marks[i + 1]) * width;
            bars[i].setVisible(marks[i + 1] > marks[i]);
            bars[i].setX(from);
            bars[i].setWidth(Math.max(LEAST_WIDTH, to - from));
            bars[i].setY((height - HEIGHT) / 2);
            bars[i].setHeight(HEIGHT);
        }
    }

    /** The span of the whole exchange, for the scale. */
    static TimeScale.Span span(ExchangeSummary exchange, Clock clock) {
        long started = exchange.startedAt().toEpochMilli();
        return new TimeScale.Span(started, Math.max(started + 1, Math.round(endOf(exchange, clock))));
    }

    private double endOf(ExchangeSummary exchange) {
        return endOf(exchange, clock);
    }

    private static double endOf(ExchangeSummary exchange, Clock clock) {
        long ended = exchange.timings().ended();
        double started = exchange.startedAt().toEpochMilli();
        if (ended != Timings.UNSET) return started + ended / 1e6;
        return exchange.inFlight() ? Math.max(started, clock.millis()) : started;
    }

    /** Where the phases meet, in milliseconds from the start; a phase not reached is empty. */
    private static double[] marks(Timings timings, double end) {
        double read = millis(timings.requestRead(), end, 0);
        double firstByte = millis(timings.firstUpstreamByte(), end, read);
        double content = millis(timings.firstContent(), end, firstByte);
        if (timings.firstContent() == Timings.UNSET && timings.firstUpstreamByte() != Timings.UNSET)
            content = timings.ended() == Timings.UNSET ? end : firstByte;
        return new double[] {0, read, firstByte, content, end};
    }

    private static double millis(long nanos, double end, double least) {
        return nanos == Timings.UNSET ? end : Math.clamp(nanos / 1e6, least, Math.max(least, end));
    }
}
