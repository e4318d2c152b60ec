package dev.sightglass.app.inspector.timing;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;

/** Where the time went. */
public final class TimingPanel implements InspectorPanel {
    @Override
    public String key() {
        return "timing";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return true;
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new TimingView(context);
    }
}
