package dev.sightglass.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.sightglass.app.exchanges.ExchangeListModel;
import dev.sightglass.app.exchanges.ExchangeRow;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.WindowTest;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.EngineSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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
        rest(Duration.ofSeconds(30)); // the start's own work, the compiler's above all, is over then
        long cpu = processCpu();
        long compiling = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
        long began = System.nanoTime();
        rest(Duration.ofSeconds(20));
        say(
                "idle: %.2f%% of a core, in which the compiler ran for %d ms",
                100.0 * (processCpu() - cpu) / (System.nanoTime() - began),
                ManagementFactory.getCompilationMXBean().getTotalCompilationTime() - compiling);
        sayHeap();
    }

    private static void rest(Duration time) throws Exception {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toSeconds(), TimeUnit.SECONDS))
                .get();
    }

    /** As while one looks for something. */
    @Test
    void queriesAreTypedWithARowSelected() throws Exception {
        runOnFx(() -> table.select(app.exchanges().shown().getLast()));
        queriesAreTyped();
    }

    /** Figures are reckoned beside it. A test of its own: JUnit holds on to what ran with the first of several parameters. */
    @Test
    void queriesAreTypedWithoutASelection() throws Exception {
        queriesAreTyped();
    }

    private void queriesAreTyped() throws Exception {
        runOnFx(frames::start);
        for (int round = 0; round < 6; round++) {
            boolean warm = round > 0;
            if (round == 1) runOnFx(frames::start);
            List<Keystroke> fields = new ArrayList<>();
            for (String query : List.of("status>=400", "model:gpt-4.1 and out>500", "agent:main or ttft>1s"))
                type(query, fields);
            List<Keystroke> words = new ArrayList<>();
            for (String query : List.of("vienna", "zzz", "429 error")) type(query, words);
            if (warm) say("fields  %s", describe(fields));
            if (warm) say("words   %s", describe(words));
        }
        runOnFx(frames::stop);
        say("  frames   %s", onFx(frames::intervals));
        say("  FX work  %s", onFx(frames::work));
    }

    /**
     * @param work CPU time of the FX thread and of the threads that filter, from the key to the rows
     * @param shown time from the key to the rows, in nanoseconds both
     */
    private record Keystroke(long work, long shown) {}

    private static String describe(List<Keystroke> keys) {
        long[] work = keys.stream().mapToLong(Keystroke::work).sorted().toArray();
        long[] shown = keys.stream().mapToLong(Keystroke::shown).sorted().toArray();
        return "work: median %.1f  max %.1f ms; until shown: median %.1f  max %.1f ms  (%d)"
                .formatted(
                        work[work.length / 2] / 1e6,
                        work[work.length - 1] / 1e6,
                        shown[shown.length / 2] / 1e6,
                        shown[shown.length - 1] / 1e6,
                        work.length);
    }

    private void type(String query, List<Keystroke> times) throws Exception {
        for (int end = 1; end <= query.length() + 1; end++) {
            String typed = end <= query.length() ? query.substring(0, end) : "";
            ReplacementWatch watch = new ReplacementWatch();
            boolean replaced = onFx(() -> {
                Predicate<ExchangeSummary> before =
                        app.filter().wantedProperty().get();
                watch.begin();
                app.filter().queryProperty().set(typed);
                return app.filter().wantedProperty().get() != before;
            });
            if (replaced) times.add(watch.await());
            else watch.end();
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
                double took = watch.await().shown() / 1e6;
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
        private final CompletableFuture<Keystroke> done = new CompletableFuture<>();
        private long began;
        private long cpu;

        void begin() {
            app.exchanges().add(this);
            cpu = workCpu();
            began = System.nanoTime();
        }

        void end() {
            done.cancel(true);
        }

        @Override
        public void afterReplacement() {
            if (!done.isDone()) done.complete(new Keystroke(workCpu() - cpu, System.nanoTime() - began));
        }

        Keystroke await() throws Exception {
            return done.get(10, TimeUnit.SECONDS);
        }
    }

    /** Of the calling thread, which is JavaFX's, and of those that do work in the background. */
    private static long workCpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds()))
            if (thread != null && thread.getThreadName().startsWith("ForkJoinPool"))
                cpu += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
        return cpu;
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
