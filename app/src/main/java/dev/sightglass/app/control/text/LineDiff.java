package dev.sightglass.app.control.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed between two texts, line by line. Lines that occur once in either text anchor the comparison (as in patience
 * diff), so that large texts with few changes take linear time.
 */
public final class LineDiff {
    /** Stretches without anchors that are longer count as replaced: comparing them would take the square of their length. */
    private static final int MOST_COMPARED = 1_500;

    private static final int DEEPEST = 12;

    private final int[] before;
    private final int[] after;
    private final Anchors anchors;
    private final List<LineRun> runs = new ArrayList<>();

    /** @param before the lines as numbers that are equal where the lines are */
    private LineDiff(int[] before, int[] after) {
        this.before = before;
        this.after = after;
        int highest = Math.max(
                Arrays.stream(before).max().orElse(0),
                Arrays.stream(after).max().orElse(0));
        this.anchors = new Anchors(highest + 1);
    }

    private static List<LineRun> runs(int[] before, int[] after) {
        LineDiff diff = new LineDiff(before, after);
        diff.compare(new Stretch(0, before.length, 0, after.length), 0);
        return diff.runs;
    }

    /** What changed within a stretch of two texts. */
    public static List<LineRun> of(LineText before, LineText after, Stretch stretch) {
        int[][] ids = LineIds.of(before, after, stretch);
        return runs(ids[0], ids[1]).stream()
                .map(run -> new LineRun(run.at().moved(stretch.oldFrom(), stretch.newFrom()), run.same()))
                .toList();
    }

    /**
     * One line of a unified view.
     *
     * @param before line number in the old text from 1, or 0
     * @param after line number in the new text from 1, or 0
     */
    public record Line(Tone tone, String text, int before, int after) {}

    /** All lines of both texts in one order: removed ones before the added ones that replace them. */
    public static List<Line> of(List<String> before, List<String> after) {
        Map<String, Integer> ids = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (LineRun run : runs(ids(before, ids), ids(after, ids))) {
            Stretch at = run.at();
            if (run.same()) {
                for (int i = 0; i < at.newSize(); i++)
                    lines.add(new Line(
                            Tone.PLAIN, after.get(at.newFrom() + i), at.oldFrom() + i + 1, at.newFrom() + i + 1));
            } else {
                for (int i = at.oldFrom(); i < at.oldTo(); i++)
                    lines.add(new Line(Tone.REMOVED, before.get(i), i + 1, 0));
                for (int i = at.newFrom(); i < at.newTo(); i++) lines.add(new Line(Tone.ADDED, after.get(i), 0, i + 1));
            }
        }
        return lines;
    }

    private static int[] ids(List<String> lines, Map<String, Integer> known) {
        return lines.stream()
                .mapToInt(line -> known.computeIfAbsent(line, _ -> known.size()))
                .toArray();
    }

    private void compare(Stretch whole, int depth) {
        int head = whole.commonHead(before, after);
        int tail = whole.commonTail(before, after, head);
        same(whole.oldFrom(), whole.newFrom(), head);
        Stretch middle = whole.without(head, tail);
        if (middle.oldSize() == 0 || middle.newSize() == 0) replaced(middle);
        else changed(middle, depth);
        same(whole.oldTo() - tail, whole.newTo() - tail, tail);
    }

    private void changed(Stretch middle, int depth) {
        boolean small = middle.oldSize() + middle.newSize() < 200;
        List<int[]> found = small || depth == DEEPEST ? List.of() : anchors.of(before, after, middle);
        int oldAt = middle.oldFrom();
        int newAt = middle.newFrom();
        for (int[] anchor : found) {
            compare(new Stretch(oldAt, anchor[0], newAt, anchor[1]), depth + 1);
            same(anchor[0], anchor[1], 1);
            oldAt = anchor[0] + 1;
            newAt = anchor[1] + 1;
        }
        Stretch rest = new Stretch(oldAt, middle.oldTo(), newAt, middle.newTo());
        if (!found.isEmpty()) compare(rest, depth + 1);
        else if (rest.oldSize() > MOST_COMPARED || rest.newSize() > MOST_COMPARED) replaced(rest);
        else byLine(rest);
    }

    private void byLine(Stretch part) {
        List<Integer> olds =
                Arrays.stream(before, part.oldFrom(), part.oldTo()).boxed().toList();
        List<Integer> news =
                Arrays.stream(after, part.newFrom(), part.newTo()).boxed().toList();
        int oldAt = part.oldFrom();
        int newAt = part.newFrom();
        for (AbstractDelta<Integer> delta : DiffUtils.diff(olds, news).getDeltas()) {
            int start = part.oldFrom() + delta.getSource().getPosition();
            same(oldAt, newAt, start - oldAt);
            newAt += start - oldAt;
            Stretch hunk = new Stretch(
                    start,
                    start + delta.getSource().size(),
                    newAt,
                    newAt + delta.getTarget().size());
            replaced(hunk);
            oldAt = hunk.oldTo();
            newAt = hunk.newTo();
        }
        same(oldAt, newAt, part.oldTo() - oldAt);
    }

    private void same(int oldFrom, int newFrom, int count) {
        if (count > 0) runs.add(new LineRun(new Stretch(oldFrom, oldFrom + count, newFrom, newFrom + count), true));
    }

    private void replaced(Stretch part) {
        if (part.oldSize() + part.newSize() > 0) runs.add(new LineRun(part, false));
    }
}
