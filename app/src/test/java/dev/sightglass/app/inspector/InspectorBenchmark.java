package dev.sightglass.app.inspector;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.FxStalls;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.app.theme.ThemeManager;
import dev.sightglass.engine.store.ExchangeStore;
import java.util.function.BooleanSupplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** Base of the measurements of the inspector. The figures go to standard output; nothing is asserted about them. */
@Tag("bench")
abstract class InspectorBenchmark extends UiTest {
    protected static final int ROUNDS = Integer.getInteger("bench.rounds", 4);

    protected final BackgroundTasks tasks = BackgroundTasks.start();
    protected ExchangeStore store = new FakeExchangeStore();
    protected Inspector inspector;
    protected Scene scene;
    protected FxStalls stalls;
    /** That of the next exchange. */
    protected long number = 100;

    protected final void open() {
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
        store.close();
    }

    /** Milliseconds from a start until a pulse after whose layout the condition holds. */
    protected final double until(long start, BooleanSupplier condition) {
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
