package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest row in sight. It ends when a person scrolls away from it or chooses a row, and begins again when they scroll
 * back to it. In an order that has no end where the newest row stands, it does nothing.
 */
final class Following implements ExchangeListModel.Listener {
    private final TableView<ExchangeRow> table;
    private final ExchangeListModel model;
    private final TableColumns columns;
    private final Runnable requestLayout;
    private final BooleanProperty on = new SimpleBooleanProperty(true);
    private @Nullable VirtualFlow<?> flow;
    private boolean newestWanted;
    private boolean scrolled;

    /** {@code requestLayout} asks for {@link #laidOut} to be called after the next layout of the table. */
    Following(TableView<ExchangeRow> table, ExchangeListModel model, TableColumns columns, Runnable requestLayout) {
        this.table = table;
        this.model = model;
        this.columns = columns;
        this.requestLayout = requestLayout;
        table.heightProperty().subscribe(this::show);
        table.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::onScrollBar);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::onScrollBar);
        on.subscribe(this::show);
    }

    BooleanProperty onProperty() {
        return on;
    }

    /**
     * Moves to the newest row after the next layout, if it is to be followed. A table that stands at its end stays there by
     * itself when rows come, and that is much cheaper than to be told to scroll.
     */
    void show() {
        if (!on.get()) return;
        newestWanted = true;
        requestLayout.run();
    }

    /** The person has moved through the rows in another way than by a choice. */
    void scrolled() {
        scrolled = true;
        requestLayout.run();
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() == 0) return;
        on.set(false);
        scrolled();
    }

    private void onScrollBar(MouseEvent event) {
        for (Node node = target(event); node != null && node != table; node = node.getParent()) {
            if (!(node instanceof ScrollBar)) continue;
            on.set(false);
            scrolled();
            return;
        }
    }

    private static @Nullable Node target(MouseEvent event) {
        return event.getTarget() instanceof Node node ? node : null;
    }

    /** The table has been laid out. */
    void laidOut() {
        if (newestWanted && !atNewest()) toNewest();
        newestWanted = false;
        if (scrolled && atNewest()) on.set(true);
        scrolled = false;
    }

    private void toNewest() {
        if (model.shown().isEmpty()) return;
        switch (columns.newest()) {
            case FIRST -> table.scrollTo(0);
            case LAST -> table.scrollTo(model.shown().size() - 1);
            case ANYWHERE -> {}
        }
    }

    /** What scrolls; null until the table has a skin. */
    private @Nullable VirtualFlow<?> flow() {
        if (flow == null && table.lookup(".virtual-flow") instanceof VirtualFlow<?> found) flow = found;
        return flow;
    }

    private boolean atNewest() {
        VirtualFlow<?> flow = flow();
        if (flow == null) return false;
        return switch (columns.newest()) {
            case FIRST -> flow.getPosition() <= 0;
            case LAST -> flow.getPosition() >= 1;
            case ANYWHERE -> false;
        };
    }

    @Override
    public void afterReplacement() {
        show();
    }

    @Override
    public void updated(List<ExchangeSummary> changed) {
        show();
    }
}
