package dev.sightglass.app.control.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, line by line. */
public final class LineDiff {
    /** Beyond this many differing lines on either side nothing is compared: everything counts as replaced. */
    private static final int MOST_COMPARED = 4_000;

    private LineDiff() {}

    /**
     * One line of a unified view.
     *
     * @param before line number in the old text from 1, or 0
     * @param after line number in the new text from 1, or 0
     */
    public record Line(Tone tone, String text, int before, int after) {}

    /** All lines of both texts in one order: removed ones before the added ones that replace them. */
    public static List<Line> of(List<String> before, List<String> after) {
        int head = commonHead(before, after);
        int tail = commonTail(before, after, head);
        List<String> oldPart = before.subList(head, before.size() - tail);
        List<String> newPart = after.subList(head, after.size() - tail);
        List<Line> lines = new ArrayList<>(after.size() + oldPart.size());
        for (int i = 0; i < head; i++) lines.add(new Line(Tone.PLAIN, after.get(i), i + 1, i + 1));
        addChanged(lines, oldPart, newPart, head);
        for (int i = after.size() - tail; i < after.size(); i++)
            lines.add(new Line(Tone.PLAIN, after.get(i), i + 1 + before.size() - after.size(), i + 1));
        return lines;
    }

    private static int commonHead(List<String> before, List<String> after) {
        int i = 0;
        while (i < before.size() && i < after.size() && before.get(i).equals(after.get(i))) i++;
        return i;
    }

    private static int commonTail(List<String> before, List<String> after, int head) {
        int i = 0;
        int most = Math.min(before.size(), after.size()) - head;
        while (i < most && before.get(before.size() - 1 - i).equals(after.get(after.size() - 1 - i))) i++;
        return i;
    }

    private static void addChanged(List<Line> lines, List<String> before, List<String> after, int head) {
        if (before.size() > MOST_COMPARED || after.size() > MOST_COMPARED) {
            replaced(lines, before, 0, before.size(), after, 0, after.size(), head);
            return;
        }
        int oldAt = 0;
        int newAt = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int start = delta.getSource().getPosition();
            while (oldAt < start) {
                lines.add(new Line(Tone.PLAIN, before.get(oldAt), head + oldAt + 1, head + newAt + 1));
                oldAt++;
                newAt++;
            }
            int oldEnd = start + delta.getSource().size();
            int newEnd = delta.getTarget().getPosition() + delta.getTarget().size();
            replaced(lines, before, oldAt, oldEnd, after, newAt, newEnd, head);
            oldAt = oldEnd;
            newAt = newEnd;
        }
        for (; oldAt < before.size(); oldAt++, newAt++)
            lines.add(new Line(Tone.PLAIN, before.get(oldAt), head + oldAt + 1, head + newAt + 1));
    }

    private static void replaced(
            List<Line> lines,
            List<String> before,
            int oldFrom,
            int oldTo,
            List<String> after,
            int newFrom,
            int newTo,
            int head) {
        for (int i = oldFrom; i < oldTo; i++) lines.add(new Line(Tone.REMOVED, before.get(i), head + i + 1, 0));
        for (int i = newFrom; i < newTo; i++) lines.add(new Line(Tone.ADDED, after.get(i), 0, head + i + 1));
    }
}
