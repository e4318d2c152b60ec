package dev.sightglass.app.control.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed between two texts, line by line. Lines that occur once in either text anchor the comparison (as in patience
 * diff), so that large texts with few changes take linear time.
 */
public final class LineDiff {
    /** Stretches without anchors that are longer count as replaced: comparing them would take the square of their length. */
    private static final int MOST_COMPARED = 1_500;

    private static final int DEEPEST = 12;

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
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
        LineDiff diff = new LineDiff(before, after);
        diff.compare(new Stretch(0, before.size(), 0, after.size()), 0);
        return diff.lines;
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
        List<int[]> anchors = small || depth == DEEPEST ? List.of() : Anchors.of(before, after, middle);
        int oldAt = middle.oldFrom();
        int newAt = middle.newFrom();
        for (int[] anchor : anchors) {
            compare(new Stretch(oldAt, anchor[0], newAt, anchor[1]), depth + 1);
            same(anchor[0], anchor[1], 1);
            oldAt = anchor[0] + 1;
            newAt = anchor[1] + 1;
        }
        Stretch rest = new Stretch(oldAt, middle.oldTo(), newAt, middle.newTo());
        if (!anchors.isEmpty()) compare(rest, depth + 1);
        else if (rest.oldSize() > MOST_COMPARED || rest.newSize() > MOST_COMPARED) replaced(rest);
        else byLine(rest);
    }

    private void byLine(Stretch part) {
        List<String> olds = before.subList(part.oldFrom(), part.oldTo());
        List<String> news = after.subList(part.newFrom(), part.newTo());
        int oldAt = part.oldFrom();
        int newAt = part.newFrom();
        for (AbstractDelta<String> delta : DiffUtils.diff(olds, news).getDeltas()) {
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
        for (int i = 0; i < count; i++)
            lines.add(new Line(Tone.PLAIN, after.get(newFrom + i), oldFrom + i + 1, newFrom + i + 1));
    }

    private void replaced(Stretch part) {
        for (int i = part.oldFrom(); i < part.oldTo(); i++) lines.add(new Line(Tone.REMOVED, before.get(i), i + 1, 0));
        for (int i = part.newFrom(); i < part.newTo(); i++) lines.add(new Line(Tone.ADDED, after.get(i), 0, i + 1));
    }
}
