package dev.sightglass.app.window;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.state.UiState;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** The table over what is shown of it. While there is nothing to show the table has all the room. FX thread only. */
final class RowsOverDetail extends SplitPane {
    private final Node detail;
    private final BackgroundTasks tasks;
    private double share = UiState.FIRST.inspectorShare();
    /** Whether the divider has not been laid out where it is wanted. */
    private boolean settling;

    RowsOverDetail(Node rows, Node detail, BackgroundTasks tasks) {
        this.detail = detail;
        this.tasks = tasks;
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
            settling = true;
        } else {
            share = share();
            getItems().remove(detail);
        }
    }

    /** Where a part comes in a layout that changes the height too, the skin shares out the heights and forgets the divider. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!settling || getHeight() <= 0) return;
        settling = false;
        tasks.onFxThread(() -> setDividerPositions(share));
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
