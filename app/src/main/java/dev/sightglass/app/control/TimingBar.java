package dev.sightglass.app.control;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.format.Human;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The phases of an exchange as one bar, in proportion, each at least two pixels wide so that none is lost. */
public final class TimingBar extends Region {
    private static final double HEIGHT = 12;
    private static final double LEAST = 2;
    private List<Phase> phases = List.of();

    public TimingBar() {
        getStyleClass().add("timing-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    public void show(List<Phase> shown) {
        if (shown.equals(phases)) return;
        phases = shown;
        getChildren().setAll(shown.stream().map(TimingBar::segment).toList());
        setAccessibleText(shown.stream().map(TimingBar::words).collect(Collectors.joining(", ")));
        requestLayout();
    }

    private static Region segment(Phase phase) {
        Region segment = new Region();
        segment.getStyleClass().addAll("phase", "phase-" + phase.key());
        Tooltip.install(segment, new Tooltip(words(phase)));
        return segment;
    }

    private static String words(Phase phase) {
        return text("phase." + phase.key()) + " " + Human.nanos(phase.nanos());
    }

    @Override
    protected void layoutChildren() {
        if (phases.isEmpty()) return;
        double whole = Math.max(1, phases.getLast().to());
        double width = getWidth() - LEAST * phases.size();
        double x = 0;
        for (int i = 0; i < phases.size(); i++) {
            double w = LEAST + width * phases.get(i).nanos() / whole;
            getChildren().get(i).resizeRelocate(snapPositionX(x), 0, Math.max(1, snapSizeX(w) - 1), getHeight());
            x += w;
        }
    }
}
