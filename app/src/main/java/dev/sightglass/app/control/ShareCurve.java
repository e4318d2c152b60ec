package dev.sightglass.app.control;

import dev.sightglass.app.format.Human;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A share from 0 to 100% over a row of things, as a curve with a dot for each; a gap where it is not known. */
public final class ShareCurve extends Region {
    private static final double HEIGHT = 96;
    private static final double AXIS = 52;
    private static final double WIDEST = 28;
    private static final double DOT = 6;

    private final Path curve = new Path();
    private final List<Region> grid = new ArrayList<>();
    private final List<Label> marks = new ArrayList<>();
    private final List<Region> dots = new ArrayList<>();
    private List<Point> points = List.of();

    /** @param share from 0 to 1, or NaN when it is not known */
    public record Point(String name, double share) {}

    public ShareCurve() {
        getStyleClass().add("share-curve");
        curve.getStyleClass().add("curve");
        curve.setManaged(false);
        for (double share : new double[] {1, 0.5, 0}) {
            Region line = new Region();
            line.getStyleClass().add("grid-line");
            Label mark = new Label(Human.percent(share));
            mark.getStyleClass().add("subtle");
            grid.add(line);
            marks.add(mark);
            getChildren().addAll(line, mark);
        }
        getChildren().add(curve);
    }

    public void show(List<Point> shown) {
        if (shown.equals(points)) return;
        points = shown;
        getChildren().removeAll(dots);
        dots.clear();
        for (Point point : shown) {
            Region dot = new Region();
            dot.getStyleClass().add("dot");
            dot.setVisible(!Double.isNaN(point.share()));
            if (dot.isVisible()) Tooltip.install(dot, new Tooltip(point.name() + "\n" + Human.percent(point.share())));
            dots.add(dot);
        }
        getChildren().addAll(dots);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT + 10;
    }

    private static double y(double share) {
        return 8 + (HEIGHT - 12) * (1 - share);
    }

    @Override
    protected void layoutChildren() {
        double[] shares = {1, 0.5, 0};
        for (int i = 0; i < shares.length; i++) {
            grid.get(i).resizeRelocate(AXIS, Math.round(y(shares[i])), getWidth() - AXIS, 1);
            marks.get(i).resizeRelocate(0, y(shares[i]) - 9, AXIS - 8, 18);
        }
        double step = Math.min(WIDEST, (getWidth() - AXIS) / Math.max(1, points.size()));
        curve.getElements().clear();
        boolean begun = false;
        for (int i = 0; i < points.size(); i++) {
            double share = points.get(i).share();
            double x = AXIS + (i + 0.5) * step;
            if (Double.isNaN(share)) {
                begun = false;
                continue;
            }
            curve.getElements().add(begun ? new LineTo(x, y(share)) : new MoveTo(x, y(share)));
            begun = true;
            dots.get(i).resizeRelocate(x - DOT / 2, y(share) - DOT / 2, DOT, DOT);
        }
    }
}
