package dev.sightglass.app.inspector.overview;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;

/** What, where, outcome, model, tokens, times and ids of any exchange. */
public final class OverviewPanel implements InspectorPanel {
    @Override
    public String key() {
        return "overview";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return true;
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new OverviewView(context);
    }
}
