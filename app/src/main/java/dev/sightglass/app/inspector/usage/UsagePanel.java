package dev.sightglass.app.inspector.usage;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;

/** Tokens and money. */
public final class UsagePanel implements InspectorPanel {
    @Override
    public String key() {
        return "usage";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return exchange.request().endpoint().takesMessages();
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new UsageView(context);
    }
}
