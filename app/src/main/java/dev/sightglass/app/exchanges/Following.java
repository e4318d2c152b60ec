package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
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
    private final ReadOnlyIntegerWrapper missed = new ReadOnlyIntegerWrapper();
    private int seen;
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
        on.subscribe(this::seen);
    }

    BooleanProperty onProperty() {
        return on;
    }

    /** How many rows have come since following ended. */
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
    }

    /** By position and not by {@code scrollTo}, which lays out twice and walks over all rows several times. */
    private void toNewest() {
        VirtualFlow<?> scrolling = flow();
        if (scrolling == null || model.shown().isEmpty()) return;
        switch (columns.newest()) {
            case FIRST -> scrolling.setPosition(0);
            case LAST -> {
                scrolling.setCellCount(model.shown().size()); // what the table would tell it with the next layout
                scrolling.setPosition(1);
            }
            case ANYWHERE -> {}
        }
    }

    /** What scrolls; null until the table has a skin. */
    private @Nullable VirtualFlow<?> flow() {
        if (flow == null && table.lookup(".virtual-flow") instanceof VirtualFlow<?> found) flow = found;
        return flow;
    }

    private boolean atNewest() {
        VirtualFlow<?> scrolling = flow();
        if (scrolling == null || model.shown().isEmpty()) return false;
        return switch (columns.newest()) {
            case FIRST -> {
                IndexedCell<?> first = scrolling.getFirstVisibleCell();
                yield first != null && first.getIndex() == 0 && first.getLayoutY() >= -1;
            }
            case LAST -> {
                IndexedCell<?> last = scrolling.getLastVisibleCell();
                yield last != null
                        && last.getIndex() == model.shown().size() - 1
                        && last.getBoundsInParent().getMaxY() <= room(scrolling) + 1;
            }
            case ANYWHERE -> false;
        };
    }

    /** The height in which rows are seen. */
    private static double room(VirtualFlow<?> scrolling) {
        Node bar = scrolling.lookup(".scroll-bar:horizontal");
        return scrolling.getHeight()
                - (bar != null && bar.isVisible() ? bar.getLayoutBounds().getHeight() : 0);
    }

    @Override
    public void afterReplacement() {
        seen();
        show();
    }

    @Override
    public void updated(List<ExchangeSummary> changed) {
        if (on.get() || columns.newest() == TableColumns.Newest.ANYWHERE) seen();
        else missed.set(Math.max(0, model.shown().size() - seen));
        show();
    }
}
