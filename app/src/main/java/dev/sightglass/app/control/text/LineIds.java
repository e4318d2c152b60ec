package dev.sightglass.app.control.text;

import java.util.Arrays;

/** Gives equal lines of two texts the same number, from 0, so that comparing lines is comparing numbers. */
final class LineIds {
    private static final int FREE = -1;

    private final LineText before;
    private final LineText after;
    /** Places in the table by hash; each holds a line, those of the later text below -1. */
    private final int[] table;

    private final int[] ids;
    private int count;

    private LineIds(LineText before, LineText after, int lines) {
        this.before = before;
        this.after = after;
        this.table = new int[Integer.highestOneBit(Math.max(8, lines)) * 4];
        this.ids = new int[table.length];
        Arrays.fill(table, FREE);
    }

    /** The numbers of the lines of both sides of a stretch. */
    static int[][] of(LineText before, LineText after, Stretch stretch) {
        LineIds lines = new LineIds(before, after, stretch.oldSize() + stretch.newSize());
        int[] olds = new int[stretch.oldSize()];
        int[] news = new int[stretch.newSize()];
        for (int i = 0; i < olds.length; i++) olds[i] = lines.id(before, stretch.oldFrom() + i, false);
        for (int i = 0; i < news.length; i++) news[i] = lines.id(after, stretch.newFrom() + i, true);
        return new int[][] {olds, news};
    }

    private int id(LineText text, int line, boolean later) {
        int hash = text.hash(line);
        int place = (hash ^ hash >>> 15) & table.length - 1;
        while (table[place] != FREE) {
            if (isAt(place, text, line)) return ids[place];
            place = place + 1 & table.length - 1;
        }
        table[place] = later ? -2 - line : line;
        ids[place] = count;
        return count++;
    }

    private boolean isAt(int place, LineText text, int line) {
        int known = table[place];
        return known < FREE ? text.sameLine(line, after, -2 - known) : text.sameLine(line, before, known);
    }
}
