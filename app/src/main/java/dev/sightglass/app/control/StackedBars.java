package dev.sightglass.app.control;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.format.Human;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Bars of token counts in parts, on one scale, with a legend: one lying bar, or many standing ones. */
public final class StackedBars extends Region {
    private static final double STANDING_HEIGHT = 120;
    private static final double LYING_HEIGHT = 16;
    private static final double LEGEND = 24;
    private static final double WIDEST = 28;
    private static final double AXIS = 52;

    private final boolean standing;
    private final HBox legend = new HBox();
    private final Label top = new Label();
    private final Region baseline = new Region();
    private final List<List<Region>> drawn = new ArrayList<>();
    private List<Bar> bars = List.of();

    /** A bar; parts from the bottom (or left) on. */
    public record Bar(String name, List<Part> parts) {
        public Bar {
            parts = List.copyOf(parts);
        }

        long sum() {
            return parts.stream().mapToLong(Part::count).sum();
        }
    }

    /** A part of a bar; {@code key} gives its colour and its word: {@code cached}, {@code fresh}, {@code output} ... */
    public record Part(String key, long count) {}

    private StackedBars(boolean standing) {
        this.standing = standing;
        getStyleClass().add("stacked-bars");
        legend.getStyleClass().add("legend");
        top.getStyleClass().add("subtle");
        baseline.getStyleClass().add("grid-line");
    }

    public static StackedBars lying() {
        return new StackedBars(false);
    }

    public static StackedBars standing() {
        return new StackedBars(true);
    }

    public void show(List<Bar> shown) {
        if (shown.equals(bars)) return;
        bars = shown;
        drawn.clear();
        getChildren().clear();
        if (standing) getChildren().addAll(baseline, top);
        for (Bar bar : shown) {
            List<Region> parts =
                    bar.parts().stream().map(part -> region(part, bar)).toList();
            drawn.add(parts);
            getChildren().addAll(parts);
        }
        legend.getChildren().setAll(legendEntries());
        getChildren().add(legend);
        top.setText(Human.count(highest()));
        requestLayout();
    }

    private static Region region(Part part, Bar bar) {
        Region region = new Region();
        region.getStyleClass().addAll("usage-part", "usage-" + part.key());
        String words = bar.parts().stream()
                .map(one -> text("usage." + one.key()) + " " + Human.exact(one.count()))
                .collect(Collectors.joining("\n"));
        Tooltip.install(region, new Tooltip(bar.name() + "\n" + words));
        return region;
    }

    private List<Node> legendEntries() {
        return bars.stream()
                .flatMap(bar -> bar.parts().stream().map(Part::key))
                .distinct()
                .map(this::entry)
                .toList();
    }

    private Node entry(String key) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "usage-" + key);
        long sum = bars.size() != 1
                ? -1
                : bars.getFirst().parts().stream()
                        .filter(part -> part.key().equals(key))
                        .mapToLong(Part::count)
                        .sum();
        Label label = new Label(text("usage." + key) + (sum < 0 ? "" : " " + Human.count(sum)), swatch);
        label.getStyleClass().add("muted");
        return label;
    }

    private long highest() {
        return Math.max(1, bars.stream().mapToLong(Bar::sum).max().orElse(1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return (standing ? STANDING_HEIGHT : LYING_HEIGHT) + LEGEND;
    }

    @Override
    protected void layoutChildren() {
        double height = standing ? STANDING_HEIGHT : LYING_HEIGHT;
        legend.resizeRelocate(standing ? AXIS : 0, height + 6, getWidth(), LEGEND - 6);
        if (standing) {
            top.resizeRelocate(0, 0, AXIS - 8, 18);
            baseline.resizeRelocate(AXIS, height - 1, getWidth() - AXIS, 1);
            double step = Math.min(WIDEST, (getWidth() - AXIS) / Math.max(1, bars.size()));
            for (int i = 0; i < drawn.size(); i++) stand(i, AXIS + i * step, Math.max(1, step - 2), height - 1);
        } else if (!drawn.isEmpty()) {
            lie(height);
        }
    }

    private void stand(int index, double x, double width, double height) {
        double y = height;
        for (int i = 0; i < drawn.get(index).size(); i++) {
            double part = (height - 4) * bars.get(index).parts().get(i).count() / highest();
            y -= part;
            drawn.get(index).get(i).resizeRelocate(snapPositionX(x), y, snapSizeX(width), Math.max(1, part));
        }
    }

    private void lie(double height) {
        Bar bar = bars.getFirst();
        double x = 0;
        for (int i = 0; i < bar.parts().size(); i++) {
            double width = Math.max(2, getWidth() * bar.parts().get(i).count() / Math.max(1, bar.sum()));
            drawn.getFirst().get(i).resizeRelocate(snapPositionX(x), 0, Math.max(1, snapSizeX(width) - 1), height);
            x += width;
        }
    }
}
