package dev.sightglass.app.inspector.stream;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;

/** The events as they came from Azure and went to Claude Code; grows while the answer does. */
public final class StreamPanel implements InspectorPanel {
    @Override
    public String key() {
        return "stream";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return exchange.request().stream();
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new StreamView(context);
    }
}
