package dev.sightglass.simulator.fault;

import dev.sightglass.simulator.stream.EventKind;
import dev.sightglass.simulator.stream.StreamStep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Puts faults into the steps of a stream. */
public final class StreamFaults {
    private StreamFaults() {}

    public static List<StreamStep> apply(Fault.InStream fault, List<StreamStep> steps) {
        return switch (fault) {
            case Fault.Without without ->
                steps.stream().filter(step -> !step.isOf(without.kind())).toList();
            case Fault.CutAt cut -> cut(steps, cut);
            case Fault.Insert insert -> insert(steps, insert);
            case Fault.EndWith end -> {
                List<StreamStep> head = new ArrayList<>(steps.subList(0, position(steps, end.point())));
                head.addAll(end.steps());
                yield head;
            }
        };
    }

    private static List<StreamStep> cut(List<StreamStep> steps, Fault.CutAt cut) {
        List<StreamStep> head = new ArrayList<>(steps.subList(0, position(steps, cut.point())));
        if (cut.point() == CutPoint.MID_EVENT) {
            head.add(halfOf(steps, head.size()));
        }
        head.add(new StreamStep.Break(cut.how()));
        return head;
    }

    private static List<StreamStep> insert(List<StreamStep> steps, Fault.Insert insert) {
        List<StreamStep> all = new ArrayList<>(steps);
        all.addAll(position(steps, insert.point()), insert.steps());
        return all;
    }

    /** How many steps come before the point. */
    private static int position(List<StreamStep> steps, CutPoint point) {
        return switch (point) {
            case AFTER_HEAD -> 0;
            case MID_TEXT -> middleOf(steps, EventKind.TEXT);
            case MID_TOOL_CALL -> middleOf(steps, EventKind.TOOL_CALL);
            case MID_EVENT -> lastContent(steps);
            case BEFORE_FINISH -> first(steps, EventKind.FINISH);
            case AFTER_FINISH -> first(steps, EventKind.FINISH) + 1;
            case AT_END -> steps.size();
        };
    }

    private static int middleOf(List<StreamStep> steps, EventKind kind) {
        List<Integer> places = places(steps, kind);
        if (places.isEmpty()) {
            throw new IllegalStateException("the answer has no event of kind " + kind + " to go wrong at");
        }
        return places.get((places.size() - 1) / 2) + 1;
    }

    private static int first(List<StreamStep> steps, EventKind kind) {
        return places(steps, kind).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the answer has no event of kind " + kind));
    }

    private static int lastContent(List<StreamStep> steps) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).isOf(EventKind.TEXT) || steps.get(i).isOf(EventKind.TOOL_CALL))
                .max()
                .orElseThrow(() -> new IllegalStateException("the answer has no content to cut"));
    }

    private static List<Integer> places(List<StreamStep> steps, EventKind kind) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).isOf(kind))
                .boxed()
                .toList();
    }

    private static StreamStep halfOf(List<StreamStep> steps, int index) {
        StreamStep.Event event = (StreamStep.Event) steps.get(index);
        String text = (event.name() == null ? "" : "event: " + event.name() + "\n") + "data: " + event.data();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new StreamStep.Bytes(Arrays.copyOf(bytes, bytes.length / 2));
    }
}
