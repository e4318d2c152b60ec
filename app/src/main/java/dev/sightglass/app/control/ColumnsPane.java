package dev.sightglass.app.control;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Sets its children in as many equal columns as fit, each child under the shortest column so far. */
public final class ColumnsPane extends Pane {
    private static final double GAP = 24;
    private final double leastWidth;

    public ColumnsPane() {
        this(304);
    }

    /** @param leastWidth columns are never narrower */
    public ColumnsPane(double leastWidth) {
        this.leastWidth = leastWidth;
        getStyleClass().add("columns");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected double computeMinWidth(double height) {
        return leastWidth;
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    private double place(double width, boolean move) {
        Insets insets = getInsets();
        double inner = width - insets.getLeft() - insets.getRight();
        List<Node> children = getManagedChildren();
        int count = (int) Math.max(1, Math.min(children.size(), (inner + GAP) / (leastWidth + GAP)));
        double column = (inner - GAP * (count - 1)) / count;
        double[] heights = new double[count];
        for (Node child : children) {
            int target = shortest(heights);
            double height = snapSizeY(child.prefHeight(column));
            if (move)
                child.resizeRelocate(
                        snapPositionX(insets.getLeft() + target * (column + GAP)),
                        snapPositionY(insets.getTop() + heights[target]),
                        column,
                        height);
            heights[target] += height + GAP;
        }
        double tallest = 0;
        for (double height : heights) tallest = Math.max(tallest, height);
        return insets.getTop() + Math.max(0, tallest - GAP) + insets.getBottom();
    }

    private static int shortest(double[] heights) {
        int best = 0;
        for (int i = 1; i < heights.length; i++) if (heights[i] < heights[best]) best = i;
        return best;
    }
}
