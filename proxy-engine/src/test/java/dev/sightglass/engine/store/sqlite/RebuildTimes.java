package dev.sightglass.engine.store.sqlite;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How long reading each exchange takes, each read several times, in rounds of another order each. An exchange's median tells what
 * its form costs; a single reading also has in it what else the machine and the garbage collector did meanwhile, which the
 * thread's own CPU time and the count of collections tell apart.
 */
final class RebuildTimes {
    private static final int WARM = 5;
    private static final int ROUNDS = 9;
    private static final long GOAL = 5_000_000;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final int exchanges;
    private final long[][] wall;
    private final long[][] cpu;
    private final List<Long> quiet = new ArrayList<>();
    private int slow;
    private int slowWithCollection;

    private RebuildTimes(int exchanges) {
        this.exchanges = exchanges;
        wall = new long[exchanges][ROUNDS];
        cpu = new long[exchanges][ROUNDS];
    }

    /** @param read reads the exchange of this place */
    static void measure(String what, int exchanges, IntConsumer read) {
        RebuildTimes times = new RebuildTimes(exchanges);
        for (int round = -WARM; round < ROUNDS; round++) times.round(round, read);
        times.tell(what);
    }

    private void round(int round, IntConsumer read) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, exchanges).boxed().toList());
        Collections.shuffle(order, new Random(round));
        for (int each : order) {
            long collections = collections();
            long cpuBefore = thread.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            read.accept(each);
            long took = System.nanoTime() - before;
            long worked = thread.getCurrentThreadCpuTime() - cpuBefore;
            if (round < 0) continue;
            wall[each][round] = took;
            cpu[each][round] = worked;
            note(took, collections() > collections);
        }
    }

    private void note(long took, boolean collected) {
        if (!collected) quiet.add(took);
        if (took <= GOAL) return;
        slow++;
        if (collected) slowWithCollection++;
    }

    private long collections() {
        long count = 0;
        for (GarbageCollectorMXBean collector : collectors) count += collector.getCollectionCount();
        return count;
    }

    private void tell(String what) {
        StoreBenchmark.say("%s, %d exchanges read %d times each:", what, exchanges, ROUNDS);
        StoreBenchmark.say("  each exchange's median    %s", percentiles(medians(wall)));
        StoreBenchmark.say("  ... CPU time of the reader %s", percentiles(medians(cpu)));
        StoreBenchmark.say("  every single reading      %s", percentiles(all(wall)));
        StoreBenchmark.say(
                "  ... without a collection  %s",
                percentiles(quiet.stream().mapToLong(Long::longValue).toArray()));
        StoreBenchmark.say("  ... CPU time of the reader %s", percentiles(all(cpu)));
        StoreBenchmark.say(
                "  over %d ms: %d of %d, %d of them with a garbage collection",
                GOAL / 1_000_000, slow, exchanges * ROUNDS, slowWithCollection);
    }

    private static long[] medians(long[][] readings) {
        return Arrays.stream(readings)
                .mapToLong(row -> LongStream.of(row).sorted().toArray()[ROUNDS / 2])
                .toArray();
    }

    private static long[] all(long[][] readings) {
        return Arrays.stream(readings).flatMapToLong(LongStream::of).toArray();
    }

    private static String percentiles(long[] nanos) {
        long[] sorted = LongStream.of(nanos).sorted().toArray();
        return "p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms"
                .formatted(
                        sorted[sorted.length / 2] / 1e6,
                        sorted[sorted.length * 99 / 100] / 1e6,
                        sorted[(int) (sorted.length * 999L / 1000)] / 1e6,
                        sorted[sorted.length - 1] / 1e6);
    }
}
