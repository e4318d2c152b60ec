package dev.sightglass.app.inspector;

import dev.sightglass.engine.model.ExchangeSummary;

/** A panel of the inspector: its name, the exchanges that it can say something about, and how its view is made. */
public interface InspectorPanel {
    /** One lower-case word: the id of the tab ({@code tab-overview}) and the key of its title ({@code inspector.overview.title}). */
    String key();

    /** Whether the panel has something to show for this exchange. The tab is disabled otherwise. */
    boolean supports(ExchangeSummary exchange);

    /** Makes the view, once, when the panel is first seen. FX thread. */
    PanelView build(InspectorContext context);
}
