package dev.sightglass.app.control.lines;

import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/** A table's skin with a {@link LineFlow}. */
public final class LineTableSkin<S> extends TableViewSkin<S> {
    public LineTableSkin(TableView<S> table) {
        super(table);
    }

    @Override
    protected VirtualFlow<TableRow<S>> createVirtualFlow() {
        return new LineFlow<>();
    }

    /** What scrolls. */
    public LineFlow<TableRow<S>> flow() {
        return (LineFlow<TableRow<S>>) getVirtualFlow();
    }
}
