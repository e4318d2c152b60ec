package dev.sightglass.app.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sightglass.app.control.body.TextView;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.FxStalls;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.app.theme.ThemeManager;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What large bodies cost in the inspector: from the selection of an exchange until its body stands on the screen, until it is
 * whole, until a search has found the last line, and how long the FX thread was busy at most meanwhile. The figures go to
 * standard output; nothing is asserted about them.
 */
@Tag("bench")
class BodyBenchmark extends UiTest {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);

    private final BackgroundTasks tasks = BackgroundTasks.start();
    private final FakeExchangeStore store = new FakeExchangeStore();
    private Inspector inspector;
    private Scene scene;
    private FxStalls stalls;
    private long number = 100;
    private @Nullable TextView lastView;

    @BeforeEach
    void open() {
        ThemeManager themes = onFx(() -> new ThemeManager(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        showScene(() -> {
            inspector = new Inspector(new InspectorContext(store, tasks, _ -> {}));
            scene = new Scene(inspector, 1280, 520);
            themes.install(scene);
            return scene;
        });
        stalls = FxStalls.start();
    }

    @AfterEach
    void close() {
        stalls.close();
        tasks.close();
    }

    @Test
    void requestsOfFiveAndOfFiftyMegabytes() {
        runOnFx(() -> inspector.showPanel("request"));
        String modes = System.getProperty("bench.modes", "pretty,tree,raw,hex");
        List<byte[]> bodies = new ArrayList<>();
        List<String> names = new ArrayList<>();
        add(bodies, names, "250 kB to warm up", LargeBodies.conversation(250_000));
        add(bodies, names, "5 MB conversation", LargeBodies.conversation(5_000_000));
        add(bodies, names, "50 MB conversation", LargeBodies.conversation(50_000_000));
        add(bodies, names, "50 MB, lines of 1 MB", LargeBodies.longLines(50_000_000));
        add(bodies, names, "50 MB, one string", LargeBodies.longString(50_000_000));
        add(bodies, names, "50 MB event stream", LargeBodies.stream(50_000_000));
        for (int i = 0; i < bodies.size(); i++)
            for (String mode : modes.split(",")) measure(names.get(i), bodies.get(i), mode);
    }

    @Test
    void comparisonOfFiveMegabytes() {
        runOnFx(() -> inspector.showPanel("diff"));
        byte[] before = LargeBodies.conversation(5_000_000);
        String text = new String(before, UTF_8);
        byte[] one = text.replaceFirst("description", "explanation").getBytes(UTF_8);
        byte[] other = LargeBodies.conversation(5_200_000, 7);
        for (byte[] after : List.of(one, other)) {
            List<Double> times = new ArrayList<>();
            List<Double> waits = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                ExchangeSummary first = SampleExchanges.done(number++);
                ExchangeSummary second = SampleExchanges.done(number++);
                RecordedExchanges.addRequest(store, first, before);
                RecordedExchanges.addRequest(store, second, after);
                runOnFx(() -> inspector.show(first));
                await(
                        "the panel",
                        () -> !((Label) scene.lookup("#diff-summary")).getText().isEmpty());
                System.gc();
                stalls.takeLongest();
                long start = System.nanoTime();
                runOnFx(() -> {
                    inspector.show(second);
                    inspector.compare(first.id(), second.id());
                });
                String wanted = "From #" + first.id() + " to #" + second.id();
                times.add(until(
                        start,
                        () -> ((Label) scene.lookup("#diff-summary")).getText().startsWith(wanted)));
                waits.add(stalls.takeLongest());
            }
            times.sort(null);
            waits.sort(null);
            System.out.printf(
                    "diff of 2 x 5 MB, %s: %.0f ms (max %.0f), longest stall %.0f ms (max %.0f)%n",
                    after == one ? "one change" : "all different",
                    times.get(times.size() / 2),
                    times.getLast(),
                    waits.get(waits.size() / 2),
                    waits.getLast());
        }
    }

    private static void add(List<byte[]> bodies, List<String> names, String name, byte[] body) {
        bodies.add(body);
        names.add(name);
    }

    private void measure(String name, byte[] body, String mode) {
        List<double[]> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) rounds.add(round(body, mode));
        StringBuilder line = new StringBuilder(String.format("%-24s %-7s", name, mode));
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
    private double[] round(byte[] body, String mode) {
        runOnFx(() -> inspector.show(null));
        ToggleButton button = button(mode);
        if (button != null) runOnFx(button::fire);
        System.gc();
        ExchangeSummary exchange = SampleExchanges.done(number++);
        RecordedExchanges.addRequest(store, exchange, body);
        TextView[] view = new TextView[1];
        RowSource[] before = new RowSource[1];
        stalls.takeLongest();
        long start = System.nanoTime();
        double[] first = new double[1];
        runOnFx(() -> {
            before[0] = lastView == null ? null : lastView.rows();
            inspector.show(exchange);
        });
        double whole = until(start, () -> {
            view[0] = (TextView) scene.lookup("#body-text");
            boolean shows = view[0] != null
                    && view[0].rows() != before[0]
                    && view[0].rows().size() > 0;
            if (shows && first[0] == 0) first[0] = (System.nanoTime() - start) / 1e6;
            return shows && isWhole(view[0].rows(), body);
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
        store.remove(List.of(exchange.id()));
        RecordedExchanges.forgetRequest(store, exchange);
        return new double[] {first[0], whole, hit, end, slowest, stall};
    }

    /** The button of a form; null before the viewer was seen. */
    private @Nullable ToggleButton button(String mode) {
        TextView view = lastView;
        if (view == null) return null;
        return onFx(() -> (ToggleButton) view.getParent().getParent().lookup("#body-mode-" + mode));
    }

    private static boolean isWhole(RowSource rows, byte[] body) {
        return rows.source().length() >= body.length;
    }

    /** Milliseconds from a start until a pulse after whose layout the condition holds. */
    private double until(long start, BooleanSupplier condition) {
        long[] end = new long[1];
        Runnable listener = () -> {
            if (end[0] == 0 && condition.getAsBoolean()) end[0] = System.nanoTime();
        };
        runOnFx(() -> {
            scene.addPostLayoutPulseListener(listener);
            ((Node) scene.getRoot()).getScene().getRoot().requestLayout();
            javafx.application.Platform.requestNextPulse();
        });
        await("the end of a measurement", () -> {
            javafx.application.Platform.requestNextPulse();
            return end[0] != 0;
        });
        runOnFx(() -> scene.removePostLayoutPulseListener(listener));
        return (end[0] - start) / 1e6;
    }
}
