package dev.sightglass.app.inspector.headers;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;

/** The headers of all messages, with redacted values marked. */
public final class HeadersPanel implements InspectorPanel {
    @Override
    public String key() {
        return "headers";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return true;
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new HeadersView(context);
    }
}
