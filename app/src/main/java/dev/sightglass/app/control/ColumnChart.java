package dev.sightglass.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/**
 * Small standing columns, each of one part or several. However many there are, it is one shape for each kind of part. The
 * values of the column under the mouse stand in a tooltip; the arrow keys walk the columns, and all values are in the
 * accessible text.
 */
public final class ColumnChart extends Region {
    private static final double HEIGHT = 112;
    private static final double AXIS = 16;
    private static final double TOP = 20;
    private static final double WIDEST = 36;
    private static final double LOWEST = 1.5;

    private final String title;
    private final List<Path> shapes = new ArrayList<>();
    private final Region baseline = new Region();
    private final Region marker = new Region();
    private final Label top = new Label();
    private final Label first = new Label();
    private final Label last = new Label();
    private final Region half = new Region();
    private final Tooltip tooltip = new Tooltip();
    private List<Column> columns = List.of();
    private int marked = -1;
    /** Part of the full height for one unit. */
    private double scale;

    /**
     * One column.
     *
     * @param words its values for a person
     * @param parts heights from the bottom up, one for each kind of part; never negative
     */
    public record Column(String words, List<Double> parts) {
        public Column {
            parts = List.copyOf(parts);
        }

        double sum() {
            double sum = 0;
            for (double part : parts) sum += part;
            return sum;
        }
    }

    /**
     * A chart without columns.
     *
     * @param title what the chart shows, for who cannot see it
     * @param styles one style class for each kind of part
     */
    public ColumnChart(String title, String... styles) {
        this.title = title;
        getStyleClass().add("column-chart");
        baseline.getStyleClass().add("grid-line");
        marker.getStyleClass().add("column-marker");
        top.getStyleClass().addAll("small", "muted");
        for (Label end : List.of(first, last)) end.getStyleClass().addAll("axis", "muted");
        half.getStyleClass().add("half-line");
        marker.setVisible(false);
        getChildren().addAll(marker, half, baseline, top, first, last);
        for (String style : styles) {
            Path shape = new Path();
            shape.getStyleClass().addAll("columns-shape", style);
            shape.setManaged(false);
            shapes.add(shape);
            getChildren().add(shape);
        }
        setFocusTraversable(true);
        setAccessibleText(title);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setOnMouseMoved(this::hover);
        setOnMouseExited(_ -> mark(-1));
        setOnMouseClicked(_ -> requestFocus());
        setOnKeyPressed(this::walk);
    }

    /**
     * Shows these instead.
     *
     * @param full the height of a full column; 0 for that of the highest one
     * @param fullWords what a full column means, written at the top
     */
    public void show(List<Column> shown, double full, String fullWords) {
        columns = List.copyOf(shown);
        top.setText(fullWords);
        mark(-1);
        setAccessibleText(title + ". "
                + columns.stream()
                        .map(Column::words)
                        .map(words -> words.replace('\n', ' '))
                        .collect(Collectors.joining("; ")));
        double highest = full;
        if (full == 0) for (Column column : columns) highest = Math.max(highest, column.sum());
        scale = highest <= 0 ? 0 : 1 / highest;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight() - AXIS;
        top.resizeRelocate(0, 0, getWidth(), TOP - 4);
        baseline.resizeRelocate(0, height - 1, getWidth(), 1);
        half.resizeRelocate(0, Math.round((height - 1 + TOP) / 2), getWidth(), 1);
        layoutAxis(height);
        for (Path shape : shapes) shape.getElements().clear();
        double step = step();
        for (int i = 0; i < columns.size(); i++) {
            double y = height - 1;
            List<Double> parts = columns.get(i).parts();
            for (int kind = 0; kind < parts.size(); kind++) {
                if (parts.get(kind) <= 0) continue;
                double part = Math.max(LOWEST, (height - 1 - TOP) * parts.get(kind) * scale);
                rectangle(shapes.get(kind), snapPositionX(i * step), y - part, Math.max(1, snapSizeX(step) - 2), part);
                y -= part;
            }
        }
    }

    /** What the first and the last column are, below them. */
    private void layoutAxis(double y) {
        double begins = Math.ceil(first.prefWidth(-1));
        double ends = Math.ceil(last.prefWidth(-1));
        double end = Math.max(step() * columns.size(), begins + ends + 12);
        first.resizeRelocate(0, y + 2, begins, AXIS - 2);
        last.resizeRelocate(Math.min(end, getWidth()) - ends, y + 2, ends, AXIS - 2);
    }

    /** Names the ends of the axis below the columns; the same words are told once. */
    public void nameEnds(String begin, String end) {
        first.setText(begin);
        last.setText(begin.equals(end) ? "" : end);
        requestLayout();
    }

    private static void rectangle(Path shape, double x, double y, double width, double height) {
        shape.getElements()
                .addAll(
                        new MoveTo(x, y),
                        new HLineTo(x + width),
                        new VLineTo(y + height),
                        new HLineTo(x),
                        new VLineTo(y));
    }

    private double step() {
        return Math.min(WIDEST, getWidth() / Math.max(1, columns.size()));
    }

    private void hover(MouseEvent event) {
        int index = (int) (event.getX() / step());
        mark(index < columns.size() ? index : -1);
    }

    private void walk(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> mark(Math.max(0, marked - 1));
            case RIGHT -> mark(Math.min(columns.size() - 1, marked + 1));
            case ESCAPE -> mark(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void mark(int index) {
        if (index == marked) return;
        marked = index;
        marker.setVisible(index >= 0);
        if (index < 0) {
            tooltip.hide();
            return;
        }
        marker.resizeRelocate(
                snapPositionX(index * step()) - 1, TOP - 4, snapSizeX(step()), getHeight() - AXIS - TOP + 4);
        tooltip.setText(columns.get(index).words());
        Point2D place = localToScreen((index + 1) * step() + 4, TOP);
        if (place != null && getScene() != null && getScene().getWindow() != null)
            tooltip.show(this, place.getX(), place.getY());
    }
}
