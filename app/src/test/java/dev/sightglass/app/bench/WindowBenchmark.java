package dev.sightglass.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.sightglass.app.exchanges.ExchangeListModel;
import dev.sightglass.app.exchanges.ExchangeRow;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.WindowTest;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.settings.EngineSettings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the whole window costs with a hundred thousand rows: docs/window-benchmark.md tells how to run it and what came out. */
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WindowBenchmark extends WindowTest {
    private static final int ROWS = 100_000;
    private static final int A_SECOND = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmUp", 10));
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 20));

    private final FakeExchangeStore store = new FakeExchangeStore();
    private final Traffic traffic = new Traffic(store);
    private final FrameMeter frames = new FrameMeter();
    private ExchangeTable table;

    @BeforeEach
    void open() {
        traffic.history(ROWS);
        openWindow(EngineSettings.DEFAULT, store);
        table = (ExchangeTable) node("exchange-table").getParent();
        await("all rows", () -> app.exchanges().shown().size() == ROWS);
    }

    @Test
    void trafficIsFollowed() {
        ExchangeRow chosen = onFx(() -> app.exchanges().shown().get(ROWS / 2));
        runOnFx(() -> {
            table.select(chosen);
            table.followingProperty().set(true);
        });
        long next = ROWS + 1;
        traffic.live(next, A_SECOND, WARM_UP);
        next += A_SECOND * WARM_UP.toSeconds();
        say("following, pulses as needed: %s", cpuOf(next));
        next += A_SECOND * TIME.toSeconds();
        runOnFx(frames::start);
        String cpu = cpuOf(next);
        next += A_SECOND * TIME.toSeconds();
        runOnFx(frames::stop);
        say("following, pulses at the full rate: %s", cpu);
        say("  frames   %s", onFx(frames::intervals));
        say("  FX work  %s", onFx(frames::work));
        long last = next - 1;
        await("the newest row", () -> app.exchanges().shown().getLast().id().number() == last);
        assertThat(onFx(() -> table.selectedProperty().get())).isSameAs(chosen);
        sayHeap();
    }

    @Test
    void trafficIsNotFollowed() {
        runOnFx(() -> table.select(app.exchanges().shown().get(ROWS / 2)));
        long next = ROWS + 1;
        traffic.live(next, A_SECOND, WARM_UP);
        next += A_SECOND * WARM_UP.toSeconds();
        say("not following, pulses as needed: %s", cpuOf(next));
    }

    @Test
    void nothingHappens() throws Exception {
        rest(Duration.ofSeconds(5)); // the start's own work, the compiler's above all, is over then
        long cpu = processCpu();
        long began = System.nanoTime();
        rest(Duration.ofSeconds(20));
        say("idle: %.2f%% of a core", 100.0 * (processCpu() - cpu) / (System.nanoTime() - began));
        sayHeap();
    }

    private static void rest(Duration time) throws Exception {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toSeconds(), TimeUnit.SECONDS))
                .get();
    }

    @Test
    void queriesAreTyped() throws Exception {
        runOnFx(frames::start);
        for (int round = 0; round < 6; round++) {
            boolean warm = round > 0;
            if (round == 1) runOnFx(frames::start);
            List<Long> times = new ArrayList<>();
            for (String query : List.of("status>=400", "model:gpt-4.1 and out>500", "agent:main or ttft>1s"))
                type(query, times);
            times.sort(Comparator.naturalOrder());
            if (warm)
                say(
                        "keystroke to result: median %.1f  max %.1f ms  (%d)",
                        times.get(times.size() / 2) / 1e6, times.getLast() / 1e6, times.size());
        }
        runOnFx(frames::stop);
        say("  frames   %s", onFx(frames::intervals));
        say("  FX work  %s", onFx(frames::work));
    }

    private void type(String query, List<Long> times) throws Exception {
        for (int end = 1; end <= query.length() + 1; end++) {
            String typed = end <= query.length() ? query.substring(0, end) : "";
            ReplacementWatch watch = new ReplacementWatch();
            boolean good = onFx(() -> {
                watch.begin();
                app.filter().queryProperty().set(typed);
                return app.filter().problemProperty().get() == null;
            });
            if (good && (typed.isEmpty() || typed.matches(".*[<>=:].*[0-9a-z]"))) times.add(watch.await());
        }
    }

    @Test
    void columnsAreSorted() throws Exception {
        runOnFx(frames::start);
        for (int round = 0; round < 3; round++)
            for (String id : List.of("ttft", "cost", "model", "total", "status", "time")) {
                ReplacementWatch watch = new ReplacementWatch();
                runOnFx(() -> {
                    watch.begin();
                    sortBy(id);
                });
                double took = watch.await() / 1e6;
                if (round == 2) say("sort by %s: %.1f ms", id, took);
                if (round == 0 && id.equals("time")) runOnFx(frames::start);
            }
        runOnFx(frames::stop);
        say("  frames   %s", onFx(frames::intervals));
        say("  FX work  %s", onFx(frames::work));
    }

    @SuppressWarnings("unchecked")
    private void sortBy(String id) {
        TableView<ExchangeRow> view = (TableView<ExchangeRow>) table.lookup("#exchange-table");
        TableColumn<ExchangeRow, ?> column = view.getColumns().stream()
                .filter(c -> c.getId().equals(id))
                .findFirst()
                .orElseThrow();
        view.getSortOrder().setAll(List.of(column));
    }

    /** Waits for the shown rows to be replaced. */
    private final class ReplacementWatch implements ExchangeListModel.Listener {
        private final CompletableFuture<Long> done = new CompletableFuture<>();
        private long began;

        void begin() {
            app.exchanges().add(this);
            began = System.nanoTime();
        }

        @Override
        public void afterReplacement() {
            done.complete(System.nanoTime() - began);
        }

        long await() throws Exception {
            return done.get(10, TimeUnit.SECONDS);
        }
    }

    /** What the process took while traffic came, the generator's share taken off. */
    private String cpuOf(long from) {
        long cpu = processCpu();
        long began = System.nanoTime();
        long generator = traffic.live(from, A_SECOND, TIME);
        double time = System.nanoTime() - began;
        return "%.1f%% of a core, and %.1f%% for the generator of the traffic"
                .formatted(100 * (processCpu() - cpu - generator) / time, 100 * generator / time);
    }

    private static long processCpu() {
        return Objects.requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class))
                .getProcessCpuTime();
    }

    private void sayHeap() {
        System.gc();
        say(
                "  heap %d MB in use after collection, at most %d MB",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        assertThat(store.find(new ExchangeId(1))).isPresent();
    }

    private static void say(String text, Object... values) {
        System.out.println(text.formatted(values));
    }
}
