package dev.sightglass.app.inspector.request;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.LegBodiesView;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;

/** The request's body on both legs. */
public final class RequestPanel implements InspectorPanel {
    @Override
    public String key() {
        return "request";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return true;
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new LegBodiesView(
                context, "panel-request", List.of(BodyPart.DOWNSTREAM_REQUEST, BodyPart.UPSTREAM_REQUEST));
    }
}
