package dev.sightglass.app.window;

import dev.sightglass.app.state.UiState;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** The table over what is shown of it. While there is nothing to show the table has all the room. FX thread only. */
final class RowsOverDetail extends SplitPane {
    private final Node detail;
    private double share = UiState.FIRST.inspectorShare();

    RowsOverDetail(Node rows, Node detail) {
        this.detail = detail;
        setId("main-split");
        setOrientation(Orientation.VERTICAL);
        getItems().add(rows);
        setResizableWithParent(rows, true);
        setMinWidth(0); // what is cramped in it does not take the room of the sessions
    }

    /** Where the divider stood, it stands again. */
    void showDetail(boolean wanted) {
        if (wanted == detailShown()) return;
        if (wanted) {
            getItems().add(detail);
            setDividerPositions(share);
        } else {
            share = share();
            getItems().remove(detail);
        }
    }

    private boolean detailShown() {
        return getItems().contains(detail);
    }

    /** The table's height as a part of all, now or when there is a divider next. */
    double share() {
        return detailShown() ? getDividerPositions()[0] : share;
    }

    void restore(double restoredShare) {
        share = restoredShare;
        if (detailShown()) setDividerPositions(share);
    }
}
