package dev.sightglass.app.inspector;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import javafx.scene.layout.Region;

/** What a panel shows. FX thread only. */
public interface PanelView {
    Region node();

    /**
     * Shows this exchange; called again with a newer summary while it runs, then position and selection stay. What has to be
     * read or computed is done in the background.
     */
    void show(ExchangeSummary exchange);

    /** The panel is out of sight: work under way may be dropped. */
    default void hide() {}

    /** Puts the focus on the panel's search field, if it has one; tells whether. */
    default boolean search() {
        return false;
    }

    /** Shows what changed from one exchange to another until another exchange is shown; only panels that compare do so. */
    default void compare(ExchangeId before, ExchangeId after) {}
}
