package dev.sightglass.app.control;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.format.Human;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** Says below a {@link TimingBar} which colour is which phase, and how long it took; what is too short to see is left out. */
public final class PhaseLegend extends FlowPane {
    private static final double WORTH_TELLING = 0.01;

    public PhaseLegend() {
        super(16, 4);
        getStyleClass().add("phase-legend");
    }

    public void show(List<Phase> phases) {
        long whole = phases.isEmpty() ? 1 : Math.max(1, phases.getLast().to());
        Map<String, Long> byKey = new LinkedHashMap<>();
        for (Phase phase : phases) byKey.merge(phase.key(), phase.nanos(), Long::sum);
        List<Label> labels = new ArrayList<>();
        byKey.forEach((key, nanos) -> {
            if ((double) nanos / whole >= WORTH_TELLING) labels.add(label(key, nanos));
        });
        getChildren().setAll(labels);
    }

    private static Label label(String key, long nanos) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "phase-" + key);
        Label label = new Label(text("phase." + key) + "  " + Human.nanos(nanos), swatch);
        label.getStyleClass().addAll("small", "muted");
        return label;
    }
}
