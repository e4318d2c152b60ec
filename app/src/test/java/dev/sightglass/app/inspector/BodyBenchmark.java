package dev.sightglass.app.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sightglass.app.control.body.TextView;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What large bodies cost in the inspector: from the selection of an exchange until its body stands on the screen, until it is
 * whole, until a search has found the last line, and how long the FX thread was busy at most meanwhile.
 */
class BodyBenchmark extends InspectorBenchmark {
    @TempDir
    private Path folder;

    private @Nullable TextView lastView;

    private Sample blank;

    private record Sample(String name, ExchangeSummary exchange, int length) {}

    @Test
    void requestsOfFiveAndOfFiftyMegabytes() {
        List<Sample> samples = samples();
        open();
        measure(samples);
    }

    /** The same from the file of a store that was closed and opened again. */
    @Test
    void requestsFromDisk() {
        store = onDisk();
        List<Sample> samples = samples();
        open();
        for (Sample sample : samples) reading(sample);
        measure(samples);
    }

    private ExchangeStore onDisk() {
        return SqliteExchangeStore.open(StoreOptions.writing(folder));
    }

    private List<Sample> samples() {
        blank = sample("small", "{\"model\":\"small\"}".getBytes(UTF_8));
        return List.of(
                sample("250 kB to warm up", LargeBodies.conversation(250_000)),
                sample("5 MB conversation", LargeBodies.conversation(5_000_000)),
                sample("50 MB conversation", LargeBodies.conversation(50_000_000)),
                sample("50 MB, lines of 1 MB", LargeBodies.longLines(50_000_000)),
                sample("50 MB, one string", LargeBodies.longString(50_000_000)),
                sample("50 MB event stream", LargeBodies.stream(50_000_000)));
    }

    private Sample sample(String name, byte[] body) {
        ExchangeSummary exchange = SampleExchanges.done(number++);
        RecordedExchanges.addRequest(store, exchange, body);
        if (store instanceof SqliteExchangeStore) {
            // Only closing waits for the disk; what waits for it in memory is bounded.
            store.close();
            store = onDisk();
        }
        return new Sample(name, exchange, body.length);
    }

    /** How long the store takes for the bytes, without a window. */
    private void reading(Sample sample) {
        BodyRef ref = new BodyRef(sample.exchange().id(), BodyPart.DOWNSTREAM_REQUEST, 0);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            store.body(ref);
            times.add((System.nanoTime() - start) / 1e6);
        }
        System.out.printf("%-24s read in %.0f ms (first %.0f)%n", sample.name(), median(times), times.getFirst());
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private void measure(List<Sample> samples) {
        runOnFx(() -> inspector.showPanel("request"));
        String[] modes =
                System.getProperty("bench.modes", "pretty,tree,raw,hex").split(",");
        for (Sample sample : samples) for (String mode : modes) measure(sample, mode);
    }

    private void measure(Sample sample, String mode) {
        List<double[]> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) rounds.add(round(sample, mode));
        StringBuilder line = new StringBuilder(String.format("%-24s %-7s", sample.name(), mode));
        String[] titles = {"first", "whole", "hit", "end", "scroll", "stall"};
        for (int k = 0; k < titles.length; k++) {
            int column = k;
            double[] sorted =
                    rounds.stream().mapToDouble(r -> r[column]).sorted().toArray();
            line.append(String.format(
                    Locale.ROOT,
                    " %s %.0f (max %.0f)",
                    titles[k],
                    sorted[sorted.length / 2],
                    sorted[sorted.length - 1]));
        }
        System.out.println(line);
    }

    /** Milliseconds: first screen, whole body, hit in the last line, jump to the end, slowest step of a scroll, longest stall. */
    private double[] round(Sample sample, String mode) {
        ToggleButton button = button(mode);
        if (button != null) runOnFx(button::fire);
        showBlank();
        runOnFx(() -> inspector.show(null));
        System.gc();
        TextView[] view = new TextView[1];
        RowSource[] before = new RowSource[1];
        stalls.takeLongest();
        long start = System.nanoTime();
        double[] first = new double[1];
        runOnFx(() -> {
            before[0] = lastView == null ? null : lastView.rows();
            inspector.show(sample.exchange());
        });
        double whole = until(start, () -> {
            view[0] = (TextView) scene.lookup("#body-text");
            boolean shows = view[0] != null
                    && view[0].rows() != before[0]
                    && view[0].rows().size() > 0;
            if (shows && first[0] == 0) first[0] = (System.nanoTime() - start) / 1e6;
            return shows && view[0].rows().source().length() >= sample.length();
        });
        lastView = view[0];
        double open = stalls.takeLongest();
        TextField field = onFx(() -> (TextField) scene.lookup("#body-search"));
        Label count = onFx(() -> (Label) scene.lookup("#body-search-count"));
        long typed = System.nanoTime();
        runOnFx(() -> field.setText("needle-at-the-end"));
        double hit = until(typed, () -> count.getText().startsWith("1 of 1"));
        double searching = stalls.takeLongest();
        ScrollBar bar = onFx(() -> view[0].lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(one -> one.getOrientation() == javafx.geometry.Orientation.VERTICAL)
                .findFirst()
                .orElseThrow());
        runOnFx(() -> bar.setValue(0));
        long jump = System.nanoTime();
        runOnFx(() -> bar.setValue(bar.getMax()));
        double end = until(jump, () -> true);
        double slowest = 0;
        for (int i = 0; i < 30; i++) {
            long step = System.nanoTime();
            int at = i;
            runOnFx(() -> {
                bar.setValue(bar.getMax() * at / 40.0);
                scene.getRoot().layout();
            });
            slowest = Math.max(slowest, (System.nanoTime() - step) / 1e6);
        }
        runOnFx(() -> field.setText(""));
        double stall = Math.max(Math.max(open, searching), stalls.takeLongest());
        if (Boolean.getBoolean("bench.verbose")) System.out.printf("   open %.0f search %.0f%n", open, searching);
        runOnFx(() -> inspector.show(null));
        return new double[] {first[0], whole, hit, end, slowest, stall};
    }

    /** Shows a small body, so that the next one is another one than was shown. */
    private void showBlank() {
        runOnFx(() -> inspector.show(blank.exchange()));
        await("the small body", () -> {
            TextView view = (TextView) scene.lookup("#body-text");
            return view != null && view.rows().source().length() < 1_000;
        });
    }

    /** The button of a form; null before the viewer was seen. */
    private @Nullable ToggleButton button(String mode) {
        TextView view = lastView;
        if (view == null) return null;
        return onFx(() -> (ToggleButton) view.getParent().getParent().lookup("#body-mode-" + mode));
    }
}
