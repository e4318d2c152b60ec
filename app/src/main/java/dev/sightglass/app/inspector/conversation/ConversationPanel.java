package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.InspectorPanel;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;

/** The conversation as blocks; what is new since the request before is marked. */
public final class ConversationPanel implements InspectorPanel {
    @Override
    public String key() {
        return "conversation";
    }

    @Override
    public boolean supports(ExchangeSummary exchange) {
        return exchange.request().endpoint().takesMessages();
    }

    @Override
    public PanelView build(InspectorContext context) {
        return new ConversationView(context);
    }
}
