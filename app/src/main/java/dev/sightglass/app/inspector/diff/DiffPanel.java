package dev.sightglass.app.inspector.diff;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.RequestFacts.Endpoint;

/** What changed since the request before. */
public final class DiffPanel implements InspectorPanel {
    @Override
    public String key() {
        return "diff";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return exchange.request().endpoint() == Endpoint.MESSAGES;
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new DiffView(context);
    }
}
