package dev.sightglass.app.inspector;

import dev.sightglass.app.inspector.conversation.ConversationPanel;
import dev.sightglass.app.inspector.diff.DiffPanel;
import dev.sightglass.app.inspector.headers.HeadersPanel;
import dev.sightglass.app.inspector.overview.OverviewPanel;
import dev.sightglass.app.inspector.raw.RawPanel;
import dev.sightglass.app.inspector.request.RequestPanel;
import dev.sightglass.app.inspector.response.ResponsePanel;
import dev.sightglass.app.inspector.stream.StreamPanel;
import dev.sightglass.app.inspector.timing.TimingPanel;
import dev.sightglass.app.inspector.translation.TranslationPanel;
import dev.sightglass.app.inspector.usage.UsagePanel;
import java.util.List;

/** The panels, in the order of their tabs. The last one stands in for a panel that fails. */
final class InspectorPanels {
    private InspectorPanels() {}

    static List<InspectorPanel> all() {
        return List.of(
                new OverviewPanel(),
                new ConversationPanel(),
                new RequestPanel(),
                new ResponsePanel(),
                new TranslationPanel(),
                new DiffPanel(),
                new StreamPanel(),
                new TimingPanel(),
                new UsagePanel(),
                new HeadersPanel(),
                new RawPanel());
    }
}
