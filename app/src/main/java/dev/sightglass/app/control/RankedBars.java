package dev.sightglass.app.control;

import dev.sightglass.app.control.text.Invisible;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Parts of a whole as lying bars below each other: name, bar, figures. */
public final class RankedBars extends Region {
    private static final double ROW = 22;
    private static final double BAR = 10;
    private static final double NAMES = 190;
    private static final double FIGURES = 200;

    private final List<Line> lines = new ArrayList<>();
    private List<Bar> bars = List.of();

    /**
     * A part.
     *
     * @param key gives the colour of its bar
     * @param share of the whole, from 0 to 1
     * @param figures what stands beside the bar
     * @param exact the tooltip
     */
    public record Bar(String key, String name, double share, String figures, String exact) {}

    /** The nodes of one part. */
    private record Line(Label name, Region rect, Label figures, double share) {}

    public RankedBars() {
        getStyleClass().add("ranked-bars");
    }

    public void show(List<Bar> shown) {
        if (shown.equals(bars)) return;
        bars = shown;
        lines.clear();
        getChildren().clear();
        for (Bar bar : shown) add(bar);
        requestLayout();
    }

    private void add(Bar bar) {
        Label name = new Label(Invisible.visible(bar.name()));
        name.getStyleClass().add("muted");
        Region rect = new Region();
        rect.getStyleClass().addAll("usage-part", "part-" + bar.key());
        Label figures = new Label(bar.figures());
        Tooltip tip = new Tooltip(bar.exact());
        name.setTooltip(tip);
        figures.setTooltip(tip);
        Tooltip.install(rect, tip);
        lines.add(new Line(name, rect, figures, bar.share()));
        getChildren().addAll(name, rect, figures);
    }

    @Override
    protected double computePrefHeight(double width) {
        return lines.size() * ROW;
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(40, getWidth() - NAMES - FIGURES);
        double highest = 1e-9;
        for (Line line : lines) highest = Math.max(highest, line.share());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double width = Math.max(2, room * line.share() / highest);
            line.name().resizeRelocate(0, i * ROW, NAMES - 12, ROW);
            line.rect().resizeRelocate(NAMES, i * ROW + (ROW - BAR) / 2, snapSizeX(width), BAR);
            line.figures().resizeRelocate(NAMES + snapSizeX(width) + 8, i * ROW, FIGURES - 8, ROW);
        }
    }
}
