package dev.sightglass.app.exchanges;

import dev.sightglass.app.control.lines.LineFlow;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
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
    private final LineFlow<?> flow;
    private final ReadOnlyIntegerWrapper missed = new ReadOnlyIntegerWrapper();
    private int seen;
    private boolean newestWanted;
    private boolean scrolled;

    /** {@code requestLayout} asks for {@link #laidOut} to be called after the next layout of the table. */
    Following(
            TableView<ExchangeRow> table,
            LineFlow<?> flow,
            ExchangeListModel model,
            TableColumns columns,
            Runnable requestLayout) {
        this.table = table;
        this.flow = flow;
        this.model = model;
        this.columns = columns;
        this.requestLayout = requestLayout;
        table.heightProperty().subscribe(this::show);
        table.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::onScrollBar);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::onScrollBar);
        on.subscribe(this::show);
        on.subscribe(this::seen);
    }

    BooleanProperty onProperty() {
        return on;
    }

    /** How many rows have come out of sight since following ended. */
    ReadOnlyIntegerProperty missedProperty() {
        return missed.getReadOnlyProperty();
    }

    private void seen() {
        seen = model.shown().size();
        missed.set(0);
    }

    /** Moves to the newest row, if it is to be followed. */
    void show() {
        if (!on.get()) return;
        toNewest();
        newestWanted = true; // looked at again after layout: before it, the table may not know its height
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
        if (missed.get() > 0 && atNewest()) seen();
    }

    private void toNewest() {
        switch (columns.newest()) {
            case FIRST -> flow.startAt(0);
            case LAST -> flow.showEnd();
            case ANYWHERE -> {}
        }
    }

    private boolean atNewest() {
        return !model.shown().isEmpty()
                && switch (columns.newest()) {
                    case FIRST -> flow.atStart();
                    case LAST -> flow.atEnd();
                    case ANYWHERE -> false;
                };
    }

    @Override
    public void afterReplacement() {
        seen();
        show();
    }

    @Override
    public void updated(List<ExchangeSummary> changed) {
        if (on.get() || columns.newest() == TableColumns.Newest.ANYWHERE) seen();
        else {
            missed.set(Math.max(0, model.shown().size() - seen));
            requestLayout.run(); // the new rows may be in sight
        }
        show();
    }
}
