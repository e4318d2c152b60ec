package dev.sightglass.app.control.body;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Tools at the left and a search at the right; where both do not fit beside each other, each gets a row of its own. */
class WrappingBar extends Region {
    private static final double GAP = 4;

    private Region left = new Region();
    private Region right = new Region();

    /** @param search may become as narrow as its minimal width before it goes to a row of its own */
    final void setParts(Region tools, Region search) {
        left = tools;
        right = search;
        getChildren().setAll(tools, search);
    }

    private boolean wraps(double width) {
        return left.prefWidth(-1) + GAP + right.minWidth(-1) > inner(width);
    }

    private double inner(double width) {
        Insets insets = getInsets();
        return width - insets.getLeft() - insets.getRight();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double tools = left.prefHeight(-1);
        double search = right.prefHeight(-1);
        boolean wraps = width >= 0 && wraps(width);
        Insets insets = getInsets();
        return insets.getTop() + (wraps ? tools + GAP + search : Math.max(tools, search)) + insets.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return insets.getLeft() + left.prefWidth(-1) + GAP + right.prefWidth(-1) + insets.getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = inner(getWidth());
        double x = insets.getLeft();
        double y = insets.getTop();
        double tools = left.prefHeight(-1);
        double search = right.prefHeight(-1);
        if (wraps(getWidth())) {
            left.resizeRelocate(x, y, width, tools);
            right.resizeRelocate(x, y + tools + GAP, width, search);
            return;
        }
        double height = Math.max(tools, search);
        double used = Math.min(left.prefWidth(-1), width);
        double room = Math.min(right.prefWidth(-1), width - used - GAP);
        left.resizeRelocate(x, y + snapPositionY((height - tools) / 2), used, tools);
        right.resizeRelocate(snapPositionX(x + width - room), y + snapPositionY((height - search) / 2), room, search);
    }
}
