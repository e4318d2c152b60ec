package dev.sightglass.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the proxy adds to a request, with recording on, beside the upstream alone and nginx; see docs/proxy-benchmark.md. */
@Tag("bench")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ProxyBenchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final long ROUND_NANOS = Long.getLong("bench.seconds", 3) * 1_000_000_000L;

    /** The answers of one target in one scenario. */
    private static final class Cell {
        final List<Long> first = Collections.synchronizedList(new ArrayList<>());
        final List<Long> total = Collections.synchronizedList(new ArrayList<>());
        final List<Long> deltas = Collections.synchronizedList(new ArrayList<>());
        long cpuNanos;
        long nanos;

        void add(BenchConnection.Timed timed) {
            first.add(timed.first());
            total.add(timed.total());
            deltas.addAll(timed.deltas());
        }
    }

    /** @param everyMillis from one request of a connection to its next, 0 for at once */
    private record Scenario(String name, int bytes, String deployment, int connections, int everyMillis) {
        boolean stream() {
            return !deployment.endsWith("-json");
        }

        long after(long due) {
            return everyMillis == 0 ? System.nanoTime() : due + everyMillis * 1_000_000L;
        }

        int deltas() {
            return stream() ? BenchUpstream.DELTAS : 1;
        }
    }

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("60 KB, whole", 60_000, "gpt-4.1-json", 1, 0),
            new Scenario("250 KB, whole", 250_000, "gpt-4.1-json", 1, 0),
            new Scenario("500 KB, whole", 500_000, "gpt-4.1-json", 1, 0),
            new Scenario("250 KB, stream", 250_000, "gpt-4.1-burst", 1, 0),
            new Scenario("250 KB, whole, 10 a second", 250_000, "gpt-4.1-json", 1, 100),
            new Scenario("250 KB, stream, 10 a second", 250_000, "gpt-4.1-burst", 1, 100),
            new Scenario("250 KB, stream, 8 connections", 250_000, "gpt-4.1-burst", 8, 0),
            new Scenario("60 KB, 64 paced streams", 60_000, "gpt-4.1-paced", 64, 0));

    @Test
    void requestsThroughTheProxy(@TempDir Path folder) throws Exception {
        List<BenchTarget> targets = new ArrayList<>();
        try {
            BenchTarget upstream = BenchTarget.java("upstream", false, BenchUpstream.class);
            targets.add(upstream);
            BenchTarget.nginx(upstream.port(), folder).ifPresent(targets::add);
            targets.add(proxy(folder.resolve("data"), upstream));
            String only = System.getProperty("bench.only", "");
            for (Scenario scenario : SCENARIOS)
                if (scenario.name().startsWith(only)) tell(scenario, measure(scenario, targets));
        } finally {
            for (BenchTarget target : targets.reversed()) target.close();
        }
    }

    @Test
    void firstAnswersAfterTheStart(@TempDir Path folder) throws Exception {
        BenchRequests requests = new BenchRequests(250_000, "gpt-4.1-burst", true);
        try (BenchTarget upstream = BenchTarget.java("upstream", false, BenchUpstream.class)) {
            for (int start = 0; start < 6; start++) {
                long before = System.nanoTime();
                try (BenchTarget proxy = proxy(folder.resolve("data" + start), upstream);
                        BenchConnection client = new BenchConnection(proxy.port(), proxy.head("gpt-4.1-burst"))) {
                    double open = millis(System.nanoTime() - before);
                    // At once as a script would, and as a person does.
                    long until = System.nanoTime() + start % 2 * 3_000_000_000L;
                    while (System.nanoTime() < until) LockSupport.parkNanos(until - System.nanoTime());
                    List<Long> times = new ArrayList<>();
                    for (int i = 0; i < 100; i++)
                        times.add(client.send(requests.next(), BenchUpstream.DELTAS)
                                .total());
                    System.out.printf(
                            "start %d: port open after %.0f ms; %s answers 1st %.1f, 2nd %.1f, 5th %.1f, 20th %.1f, 100th %.1f ms%n",
                            start + 1,
                            open,
                            start % 2 == 0 ? "at once" : "after 3 s",
                            millis(times.get(0)),
                            millis(times.get(1)),
                            millis(times.get(4)),
                            millis(times.get(19)),
                            millis(times.get(99)));
                }
            }
        }
    }

    private static BenchTarget proxy(Path folder, BenchTarget upstream) throws IOException {
        return BenchTarget.java(
                "sightglass", true, ProxyProcess.class, folder.toString(), "http://127.0.0.1:" + upstream.port());
    }

    /** Rounds of all targets in turn, after one that does not count. */
    private static Map<BenchTarget, Cell> measure(Scenario scenario, List<BenchTarget> targets) throws Exception {
        BenchRequests requests = new BenchRequests(scenario.bytes(), scenario.deployment(), scenario.stream());
        Map<BenchTarget, Cell> cells = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (BenchTarget target : targets) {
                if (round == 1) cells.put(target, new Cell());
                run(scenario, target, requests, cells.getOrDefault(target, new Cell()));
            }
        }
        return cells;
    }

    private static void run(Scenario scenario, BenchTarget target, BenchRequests requests, Cell cell) throws Exception {
        long cpu = target.cpuNanos();
        long started = System.nanoTime();
        try (ExecutorService clients = Executors.newFixedThreadPool(scenario.connections())) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < scenario.connections(); i++)
                done.add(clients.submit(() -> send(scenario, target, requests, cell, started + ROUND_NANOS)));
            for (Future<?> client : done) client.get();
        }
        cell.nanos += System.nanoTime() - started;
        cell.cpuNanos += target.cpuNanos() - cpu;
    }

    private static @Nullable Void send(
            Scenario scenario, BenchTarget target, BenchRequests requests, Cell cell, long until) throws IOException {
        try (BenchConnection client = new BenchConnection(target.port(), target.head(scenario.deployment()))) {
            for (long due = System.nanoTime(); due < until; due = scenario.after(due)) {
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                cell.add(client.send(requests.next(), scenario.deltas()));
            }
            return null;
        } catch (IOException e) {
            throw new IOException(target.name() + ", " + scenario.name(), e);
        }
    }

    private static void tell(Scenario scenario, Map<BenchTarget, Cell> cells) {
        System.out.println(scenario.name());
        Cell direct = cells.values().iterator().next();
        cells.forEach((target, cell) -> {
            assertThat(cell.total).isNotEmpty();
            List<Long> from = scenario.stream() ? cell.first : cell.total;
            List<Long> floor = scenario.stream() ? direct.first : direct.total;
            System.out.printf(
                    "  %-10s p50 %.2f p99 %.2f ms, added %.2f / %.2f; delta p50 %.2f p99 %.2f ms; %.0f requests/s; CPU %.2f s a thousand (%d)%n",
                    target.name(),
                    part(from, 0.5),
                    part(from, 0.99),
                    part(from, 0.5) - part(floor, 0.5),
                    part(from, 0.99) - part(floor, 0.99),
                    part(cell.deltas, 0.5),
                    part(cell.deltas, 0.99),
                    cell.total.size() * 1e9 / cell.nanos,
                    cell.cpuNanos / 1e6 / cell.total.size(),
                    cell.total.size());
        });
    }

    /** A quantile in ms. */
    private static double part(List<Long> nanos, double part) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : millis(sorted[(int) Math.min(sorted.length - 1, part * sorted.length)]);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
