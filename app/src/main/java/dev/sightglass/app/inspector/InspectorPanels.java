package dev.sightglass.app.inspector;

import dev.sightglass.app.inspector.overview.OverviewPanel;
import java.util.List;

/** The panels, in the order of their tabs. */
final class InspectorPanels {
    private InspectorPanels() {}

    static List<InspectorPanel> all() {
        return List.of(new OverviewPanel());
    }
}
