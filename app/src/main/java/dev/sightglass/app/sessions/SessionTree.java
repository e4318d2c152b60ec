package dev.sightglass.app.sessions;

import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.AgentColours;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** Shows a {@link SessionTreeModel}; choosing a line narrows the table. FX thread only. */
public final class SessionTree extends BorderPane {
    private final SessionTreeModel model;
    private final TreeView<SessionNode> tree = new TreeView<>();
    private final Map<Scope, SessionItem> made = new HashMap<>();
    private final Set<SessionCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private boolean busy;

    public SessionTree(SessionTreeModel model, SessionTexts texts, AgentColours colours, SessionCommands commands) {
        this.model = model;
        getStyleClass().add("session-tree");
        getStylesheets()
                .add(Objects.requireNonNull(SessionTree.class.getResource("sessions.css"))
                        .toExternalForm());
        Label title = new Label(Messages.text("sessions.title"));
        title.getStyleClass().add("pane-title");
        setTop(title);
        setCenter(tree);
        tree.setId("session-tree");
        tree.setAccessibleText(Messages.text("sessions.title"));
        tree.setRoot(new SessionItem(model.root(), made, true));
        tree.setCellFactory(_ -> cell(texts, colours, commands));
        tree.setContextMenu(new SessionMenu(tree, model, commands));
        tree.getSelectionModel().selectFirst();
        tree.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        model.chosenProperty().subscribe(this::show);
        model.add(new SessionTreeModel.Listener() {
            @Override
            public void changed(Set<SessionNode> regrown) {
                regrow(regrown);
            }

            @Override
            public void replaced() {
                renew();
            }
        });
    }

    private SessionCell cell(SessionTexts texts, AgentColours colours, SessionCommands commands) {
        SessionCell cell = new SessionCell(texts, colours, commands);
        cells.add(cell);
        return cell;
    }

    private void selected(@Nullable TreeItem<SessionNode> item) {
        if (!busy && item != null) model.choose(item.getValue());
    }

    /** Selects the chosen line, when the choice came from elsewhere. */
    private void show(SessionNode chosen) {
        TreeItem<SessionNode> selected = tree.getSelectionModel().getSelectedItem();
        if (selected != null && selected.getValue().scope().equals(chosen.scope())) return;
        SessionItem item = opened(chosen);
        if (item == null) return;
        tree.getSelectionModel().select(item);
        tree.scrollTo(tree.getRow(item));
    }

    /** The item of a line, those above it opened; of the turn for a line that is not shown. */
    private @Nullable SessionItem opened(SessionNode node) {
        SessionNode parent = node.parent();
        if (parent == null) return node == model.root() ? (SessionItem) tree.getRoot() : null;
        SessionItem above = opened(parent);
        if (above == null) return null;
        if (SessionItem.shownUnder(parent).isEmpty()) return above;
        above.setExpanded(true);
        above.getChildren();
        return made.get(node.scope());
    }

    private void regrow(Set<SessionNode> regrown) {
        if (!regrown.isEmpty())
            keepingSelection(() -> {
                for (SessionNode node : regrown) {
                    SessionItem item = item(node);
                    if (item != null) item.shrink();
                }
                for (SessionNode node : regrown) {
                    SessionItem item = item(node);
                    if (item != null) item.grow();
                }
            });
        cells.forEach(SessionCell::refresh);
    }

    private void renew() {
        keepingSelection(() -> ((SessionItem) tree.getRoot()).renew(model.root()));
        cells.forEach(SessionCell::refresh);
    }

    private @Nullable SessionItem item(SessionNode node) {
        SessionItem item = node == model.root() ? (SessionItem) tree.getRoot() : made.get(node.scope());
        return item != null && item.getValue() == node ? item : null;
    }

    /** Lines that come and go elsewhere do not move the selection. */
    private void keepingSelection(Runnable change) {
        TreeItem<SessionNode> before = tree.getSelectionModel().getSelectedItem();
        busy = true;
        change.run();
        boolean there = before != null && tree.getRow(before) >= 0;
        if (there && tree.getSelectionModel().getSelectedItem() != before)
            tree.getSelectionModel().select(before);
        busy = false;
        if (!there) tree.getSelectionModel().select(tree.getRoot());
    }
}
