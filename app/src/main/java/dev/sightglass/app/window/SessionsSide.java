package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.sessions.SessionCommands;
import dev.sightglass.app.sessions.SessionNode;
import dev.sightglass.app.sessions.SessionTree;
import dev.sightglass.app.state.UiState;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** The sessions at the left of all else; while they are closed their width is kept. FX thread only. */
final class SessionsSide extends SplitPane {
    private final AppContext app;
    private final SessionTree sessions;
    private double share = UiState.FIRST.sessionsShare();

    SessionsSide(AppContext app, SessionCommands commands, Node rest) {
        this.app = app;
        sessions = new SessionTree(app.sessions(), app.sessionTexts(), app.agentColours(), commands, app.tasks());
        getItems().add(rest);
        setId("side-split");
        setResizableWithParent(sessions, false);
    }

    boolean shown() {
        return getItems().contains(sessions);
    }

    void show(boolean wanted) {
        if (wanted == shown()) return;
        if (wanted) {
            getItems().addFirst(sessions);
            setDividerPositions(share);
        } else {
            share = share();
            getItems().remove(sessions);
        }
    }

    void toggle() {
        show(!shown());
    }

    /** Narrows the table to what this line stands for, and shows where it is. */
    void choose(SessionNode node) {
        show(true);
        app.sessions().choose(node);
    }

    /** Their width as a part of the window's, now or when they are shown next. */
    double share() {
        return shown() ? getDividerPositions()[0] : share;
    }

    void restore(boolean wanted, double restoredShare) {
        share = restoredShare;
        show(wanted);
    }
}
