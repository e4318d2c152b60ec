package dev.sightglass.app.inspector.response;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;

/** The answer, while it grows and after. */
public final class ResponsePanel implements InspectorPanel {
    @Override
    public String key() {
        return "response";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return true;
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new ResponseView(context);
    }
}
