package dev.sightglass.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.flow.FlowRow;
import dev.sightglass.app.control.flow.FlowView;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.inspector.Inspector;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.RecordedExchanges;
import dev.sightglass.app.inspector.conversation.LongConversation;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.app.theme.ThemeManager;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a conversation of 2,000 blocks costs to open, scroll and search: docs/window-benchmark.md. */
@Tag("bench")
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ConversationBenchmark extends UiTest {
    private static final int BLOCKS = 2_000;
    /** About what a touch pad's flick moves in a frame. */
    private static final double PIXELS_A_FRAME = 60;

    private final BackgroundTasks tasks = BackgroundTasks.start();
    private final FakeExchangeStore store = new FakeExchangeStore();
    private final FrameMeter frames = new FrameMeter();
    private Inspector inspector;
    private FlowView<? extends FlowRow> flow;

    @BeforeEach
    void open() {
        ThemeManager themes = onFx(() -> new ThemeManager(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        showScene(() -> {
            inspector = new Inspector(new InspectorContext(store, tasks, _ -> {}));
            Scene scene = new Scene(inspector, 1280, 800);
            themes.install(scene);
            return scene;
        });
    }

    @AfterEach
    void endTasks() {
        tasks.close();
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }

    private void show(long number, byte[] request) {
        ExchangeSummary exchange = SampleExchanges.done(number);
        RecordedExchanges.add(store, exchange, request);
        long began = System.nanoTime();
        runOnFx(() -> {
            inspector.showPanel("conversation");
            inspector.show(exchange);
        });
        flow = (FlowView<?>) node("conversation-blocks", FlowView.class);
        await("the blocks", () -> flow.rows().size() > BLOCKS);
        say(
                "opened in %d ms: %d rows of %,d bytes",
                (System.nanoTime() - began) / 1_000_000, onFx(() -> flow.rows().size()), request.length);
    }

    /** Scrolls so many frames down (or up) and measures them. */
    private void scroll(String what, double pixels, int count) {
        Scroller scroller = new Scroller(pixels, count);
        runOnFx(() -> {
            frames.start();
            scroller.start();
        });
        await(what, () -> scroller.left == 0);
        runOnFx(frames::stop);
        say("%s", what);
        say("  frames   %s", onFx(frames::intervals));
        say("  FX work  %s", onFx(frames::work));
    }

    /** Moves the view by the same distance in every frame. */
    private final class Scroller extends AnimationTimer {
        private final double pixels;
        private int left;

        Scroller(double pixels, int left) {
            this.pixels = pixels;
            this.left = left;
        }

        @Override
        public void handle(long now) {
            flow.scrollBy(pixels);
            if (--left == 0) stop();
        }
    }

    @Test
    void aLongConversationIsOpenedScrolledAndSearched() {
        byte[] request = LongConversation.json(BLOCKS);
        show(1, LongConversation.json(BLOCKS + 4));
        show(3, request);
        runOnFx(flow::goToStart);
        scroll("warming up", PIXELS_A_FRAME, 400);
        scroll("scrolling down, folded", PIXELS_A_FRAME, 600);
        scroll("scrolling up, folded", -PIXELS_A_FRAME, 600);
        ToggleButton all = node("conversation-open-all", ToggleButton.class);
        runOnFx(all::fire);
        await("all open", () -> all.isSelected());
        scroll("scrolling down, all open", PIXELS_A_FRAME, 600);
        scroll("a page a frame, all open", 600, 200);

        long began = System.nanoTime();
        press(KeyCode.CONTROL, KeyCode.F);
        type("needle");
        await(
                "the hit",
                () -> robot.lookup("#conversation-search-count")
                        .queryLabeled()
                        .getText()
                        .equals("1 of 1"));
        say("found in the last block in %d ms, typing included", (System.nanoTime() - began) / 1_000_000);
        assertThat(onFx(() -> flow.firstRow())).isGreaterThan(BLOCKS);
    }
}
