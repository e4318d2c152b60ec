package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.util.ArrayList;
import java.util.List;

/** A comparison laid out: as one text with removed lines before the added ones, and as two texts beside each other. */
public final class DiffLayout {
    private final List<DiffLine> unified = new ArrayList<>();
    private final List<DiffLine> left = new ArrayList<>();
    private final List<DiffLine> right = new ArrayList<>();

    public void heading(String words) {
        DiffLine line = DiffLine.heading(words);
        unified.add(line);
        left.add(line);
        right.add(line);
    }

    /** Appends lines as {@link LineDiff} gives them. */
    public void add(List<LineDiff.Line> lines) {
        int at = 0;
        while (at < lines.size()) {
            LineDiff.Line line = lines.get(at);
            if (line.tone() == Tone.PLAIN) {
                same(line);
                at++;
            } else {
                int removed = run(lines, at, Tone.REMOVED);
                int added = run(lines, removed, Tone.ADDED);
                changed(lines.subList(at, removed), lines.subList(removed, added));
                at = added;
            }
        }
    }

    private static int run(List<LineDiff.Line> lines, int from, Tone tone) {
        int i = from;
        while (i < lines.size() && lines.get(i).tone() == tone) i++;
        return i;
    }

    private void same(LineDiff.Line line) {
        DiffLine after = DiffLine.of(Tone.PLAIN, line.text(), line.after(), null);
        unified.add(after);
        left.add(line.before() == line.after() ? after : DiffLine.of(Tone.PLAIN, line.text(), line.before(), null));
        right.add(after);
    }

    private void changed(List<LineDiff.Line> removed, List<LineDiff.Line> added) {
        int rows = Math.max(removed.size(), added.size());
        List<DiffLine> fresh = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean both = i < removed.size() && i < added.size();
            DiffLine before = i < removed.size()
                    ? DiffLine.of(
                            Tone.REMOVED,
                            removed.get(i).text(),
                            removed.get(i).before(),
                            both ? added.get(i).text() : null)
                    : DiffLine.space();
            DiffLine after = i < added.size()
                    ? DiffLine.of(
                            Tone.ADDED,
                            added.get(i).text(),
                            added.get(i).after(),
                            both ? removed.get(i).text() : null)
                    : DiffLine.space();
            left.add(before);
            right.add(after);
            if (i < removed.size()) unified.add(before);
            if (i < added.size()) fresh.add(after);
        }
        unified.addAll(fresh);
    }

    public DiffRows unified() {
        return DiffRows.of(unified);
    }

    public DiffRows left() {
        return DiffRows.of(left);
    }

    public DiffRows right() {
        return DiffRows.of(right);
    }
}
