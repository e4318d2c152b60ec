package dev.sightglass.app.control.flow;

import java.util.Arrays;
import java.util.List;

/** The heights of all rows: measured where a row was in sight, likely elsewhere. */
final class FlowHeights {
    private double[] heights = new double[0];
    private boolean[] measured = new boolean[0];
    private double width = -1;

    double width() {
        return width;
    }

    double of(int row) {
        return heights[row];
    }

    boolean measured(int row) {
        return measured[row];
    }

    void set(int row, double height) {
        heights[row] = height;
        measured[row] = true;
    }

    void forget(int row) {
        measured[row] = false;
    }

    /** Another width: every measure is void. */
    void reset(List<? extends FlowRow> rows, double newWidth) {
        width = newWidth;
        heights = new double[rows.size()];
        measured = new boolean[rows.size()];
        for (int i = 0; i < heights.length; i++) heights[i] = rows.get(i).likelyHeight(newWidth);
    }

    /** Other rows at the same width; measures of rows that stay at the beginning and at the end are kept. */
    void replace(List<? extends FlowRow> before, List<? extends FlowRow> after) {
        double[] oldHeights = heights;
        boolean[] oldMeasured = measured;
        reset(after, width);
        int most = Math.min(before.size(), after.size());
        int head = 0;
        while (head < most && same(before.get(head), after.get(head))) head++;
        int tail = 0;
        while (tail < most - head && same(before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail)))
            tail++;
        System.arraycopy(oldHeights, 0, heights, 0, head);
        System.arraycopy(oldMeasured, 0, measured, 0, head);
        System.arraycopy(oldHeights, before.size() - tail, heights, after.size() - tail, tail);
        System.arraycopy(oldMeasured, before.size() - tail, measured, after.size() - tail, tail);
    }

    private static boolean same(FlowRow one, FlowRow other) {
        return one == other || one.equals(other);
    }

    double total() {
        return Arrays.stream(heights).sum();
    }

    double before(int row) {
        double sum = 0;
        for (int i = 0; i < row; i++) sum += heights[i];
        return sum;
    }
}
