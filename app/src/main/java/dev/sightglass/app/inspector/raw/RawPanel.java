package dev.sightglass.app.inspector.raw;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.LegBodiesView;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;

/** The bodies of all four messages; it stands in for a view that fails. */
public final class RawPanel implements InspectorPanel {
    @Override
    public String key() {
        return "raw";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return true;
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new LegBodiesView(context, "panel-raw", List.of(BodyPart.values()));
    }
}
