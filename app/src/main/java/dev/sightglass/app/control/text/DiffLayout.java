package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.util.List;

/** A comparison laid out: as one text with removed lines before the added ones, and as two texts beside each other. */
public final class DiffLayout {
    private static final int NONE = -1;

    private final DiffTexts unified;
    private final DiffTexts left;
    private final DiffTexts right;
    /** Lines of either text before the section at hand: numbers count from there. */
    private int oldBase;

    private int newBase;

    public DiffLayout(LineText before, LineText after) {
        unified = new DiffTexts(before, after);
        left = new DiffTexts(before, after);
        right = new DiffTexts(before, after);
    }

    /** Begins a section, whose lines are numbered from 1. */
    public void heading(String words) {
        for (DiffTexts side : List.of(unified, left, right)) side.heading(words);
    }

    /** Appends the parts of a section, which follow each other. */
    public void add(List<LineRun> runs) {
        if (runs.isEmpty()) return;
        oldBase = runs.getFirst().at().oldFrom() - 1;
        newBase = runs.getFirst().at().newFrom() - 1;
        for (LineRun run : runs) {
            if (run.same()) same(run.at());
            else changed(run.at());
        }
    }

    /** Equal lines are taken from the new text: of the old one they need not be there. */
    private void same(Stretch at) {
        for (int i = 0; i < at.newSize(); i++) {
            int line = at.newFrom() + i;
            unified.fresh(Tone.PLAIN, line, line - newBase, NONE);
            left.fresh(Tone.PLAIN, line, at.oldFrom() + i - oldBase, NONE);
            right.fresh(Tone.PLAIN, line, line - newBase, NONE);
        }
    }

    private void changed(Stretch at) {
        int both = Math.min(at.oldSize(), at.newSize());
        for (int i = 0; i < at.oldSize(); i++) {
            int other = i < both ? at.newFrom() + i : NONE;
            removed(unified, at.oldFrom() + i, other);
            removed(left, at.oldFrom() + i, other);
        }
        for (int i = 0; i < at.newSize(); i++) {
            int other = i < both ? at.oldFrom() + i : NONE;
            added(unified, at.newFrom() + i, other);
            added(right, at.newFrom() + i, other);
        }
        for (int i = both; i < at.newSize(); i++) left.space();
        for (int i = both; i < at.oldSize(); i++) right.space();
    }

    private void removed(DiffTexts side, int line, int other) {
        side.old(Tone.REMOVED, line, line - oldBase, other);
    }

    private void added(DiffTexts side, int line, int other) {
        side.fresh(Tone.ADDED, line, line - newBase, other);
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
