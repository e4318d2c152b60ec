package dev.sightglass.app.bench;

import com.sun.javafx.tk.TKPulseListener;
import com.sun.javafx.tk.Toolkit;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * Measures frames: the time from each pulse to the next, which grows beyond a sixtieth of a second when drawing or anything on
 * the FX thread takes longer, and the CPU time that the FX thread spends from pulse to pulse. It keeps the pulses coming at
 * the full rate, which costs something itself. FX thread only.
 */
final class FrameMeter {
    private final List<Long> intervals = new ArrayList<>();
    private final List<Long> work = new ArrayList<>();
    private final TKPulseListener atEnd = this::pulseEnded;
    private long lastPulse;
    private long lastCpu;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            if (lastPulse != 0) intervals.add(time - lastPulse);
            lastPulse = time;
        }
    };

    void start() {
        intervals.clear();
        work.clear();
        lastPulse = 0;
        lastCpu = cpu();
        Toolkit.getToolkit().addPostSceneTkPulseListener(atEnd);
        timer.start();
    }

    void stop() {
        timer.stop();
        Toolkit.getToolkit().removePostSceneTkPulseListener(atEnd);
    }

    private void pulseEnded() {
        long now = cpu();
        work.add(now - lastCpu);
        lastCpu = now;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** p50, p95, p99 and the longest of the times between pulses. */
    String intervals() {
        return describe(intervals);
    }

    /** The same of the FX thread's work. */
    String work() {
        return describe(work);
    }

    private static String describe(List<Long> nanos) {
        if (nanos.isEmpty()) return "none";
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return "p50 %.1f  p95 %.1f  p99 %.1f  max %.1f ms  (%d)"
                .formatted(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1), sorted.length);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * (sorted.length - 1))] / 1e6;
    }
}
