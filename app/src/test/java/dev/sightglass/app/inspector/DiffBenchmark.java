package dev.sightglass.app.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** How long the comparison of two large requests takes. */
class DiffBenchmark extends InspectorBenchmark {
    @Test
    void comparisonOfFiveMegabytes() {
        open();
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
}
