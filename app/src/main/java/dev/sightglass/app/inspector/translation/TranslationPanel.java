package dev.sightglass.app.inspector.translation;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;

/** The client's request beside Azure's. */
public final class TranslationPanel implements InspectorPanel {
    @Override
    public String key() {
        return "translation";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return exchange.attempts() > 0;
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new TranslationView(context);
    }
}
