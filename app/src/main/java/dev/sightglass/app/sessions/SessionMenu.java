package dev.sightglass.app.sessions;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.filter.FilterTerms;
import dev.sightglass.engine.model.ExchangeId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What can be done with the selected line, by menu and by keyboard. Its items are made anew each time it opens. */
final class SessionMenu extends ContextMenu {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TreeView<SessionNode> tree;
    private final SessionTreeModel model;
    private final SessionCommands commands;

    SessionMenu(TreeView<SessionNode> tree, SessionTreeModel model, SessionCommands commands) {
        this.tree = tree;
        this.model = model;
        this.commands = commands;
        getItems().add(new MenuItem("")); // an empty menu would not open
        setOnShowing(_ -> fill());
        tree.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private @Nullable TreeItem<SessionNode> selected() {
        return tree.getSelectionModel().getSelectedItem();
    }

    private void fill() {
        getItems().clear();
        TreeItem<SessionNode> item = selected();
        if (item == null) return;
        SessionNode node = item.getValue();
        add("sessions.menu.figures", "figures", commands::showFigures);
        term(node).ifPresent(term -> add("sessions.menu.filter", "filter", () -> commands.filterBy(term)));
        id(node).ifPresent(id -> add(
                node.scope() instanceof Scope.Agent ? "sessions.menu.copyAgent" : "menu.copySession",
                "copy",
                () -> commands.copyId(id)));
        getItems().add(new SeparatorMenuItem());
        add("sessions.menu.export", "export", () -> withIds(commands::export));
        add("menu.remove", "remove", () -> withIds(commands::remove));
        getItems().add(new SeparatorMenuItem());
        add("sessions.menu.expand", "expand", () -> expand(item, true));
        add("sessions.menu.collapse", "collapse", () -> expand(item, false));
    }

    private void add(String key, String id, Runnable command) {
        MenuItem item = new MenuItem(text(key));
        item.setId("session-menu-" + id);
        item.setOnAction(_ -> command.run());
        getItems().add(item);
    }

    private void withIds(Consumer<List<ExchangeId>> command) {
        TreeItem<SessionNode> item = selected();
        if (item != null) model.withIdsOf(item.getValue(), command);
    }

    /** The whole tree, or all under a line; the line for all stays open, or nothing would be left. */
    private static void expand(TreeItem<SessionNode> item, boolean open) {
        if (item.isLeaf()) return;
        if (open || item.isExpanded()) item.getChildren().forEach(child -> expand(child, open));
        if (item.getParent() != null || open) item.setExpanded(open);
    }

    private void key(KeyEvent event) {
        TreeItem<SessionNode> item = selected();
        if (item == null) return;
        if (event.getCode() == KeyCode.ENTER) commands.showFigures();
        else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) withIds(commands::remove);
        else if (event.getCode() == KeyCode.ESCAPE) tree.getSelectionModel().select(tree.getRoot());
        else if (COPY.match(event)) id(item.getValue()).ifPresent(commands::copyId);
        else return;
        event.consume();
    }

    /** A session's id on its line and on its turns'; an agent's id on its own. */
    private static Optional<String> id(SessionNode node) {
        return switch (node.scope()) {
            case Scope.Everything _ -> Optional.empty();
            case Scope.Session(SessionKey key) -> Optional.ofNullable(key.id());
            case Scope.Turn(TurnKey key) -> Optional.ofNullable(key.session().id());
            case Scope.Agent agent ->
                Optional.ofNullable(agent.agentId() == null ? agent.session().id() : agent.agentId());
        };
    }

    private static Optional<String> term(SessionNode node) {
        boolean agent = node.scope() instanceof Scope.Agent of && of.agentId() != null;
        return id(node).map(id -> FilterTerms.term(agent ? "agent" : "session", id));
    }
}
