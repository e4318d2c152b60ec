package dev.sightglass.app.control;

import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A small curve over time. */
public final class Sparkline extends Region {
    private static final double HEIGHT = 40;

    private final Path area = new Path();
    private final Path curve = new Path();
    private double[] values = new double[0];

    public Sparkline() {
        getStyleClass().add("sparkline");
        area.getStyleClass().add("area");
        curve.getStyleClass().add("curve");
        area.setManaged(false);
        curve.setManaged(false);
        getChildren().addAll(area, curve);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** @param words what the highest value is, such as {@code 120 characters/s}, for who cannot see it */
    public void show(double[] shown, String words) {
        values = shown.clone();
        setAccessibleText(words);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        area.getElements().clear();
        curve.getElements().clear();
        if (values.length < 2) return;
        double highest = 1e-9;
        for (double value : values) highest = Math.max(highest, value);
        double step = getWidth() / (values.length - 1);
        area.getElements().add(new MoveTo(0, HEIGHT));
        for (int i = 0; i < values.length; i++) {
            double y = HEIGHT - 1 - (HEIGHT - 4) * values[i] / highest;
            area.getElements().add(new LineTo(i * step, y));
            curve.getElements().add(i == 0 ? new MoveTo(0, y) : new LineTo(i * step, y));
        }
        area.getElements().add(new LineTo(getWidth(), HEIGHT));
    }
}
