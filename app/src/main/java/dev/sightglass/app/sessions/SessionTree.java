package dev.sightglass.app.sessions;

import dev.sightglass.app.control.lines.LineTreeSkin;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.AgentColours;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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
    /** Lines and sums are brought up to date this often: they are read, not watched. */
    private static final Duration PACE = Duration.ofMillis(250);

    /** After a pause they wait this long, so that they do not share a frame with the rows of the same batch. */
    private static final Duration APART = Duration.ofMillis(40);

    private final SessionTreeModel model;
    private final TreeView<SessionNode> tree = new TreeView<>();
    private final Map<Scope, SessionItem> made = new HashMap<>();
    private final LineTreeSkin<SessionNode> skin = new LineTreeSkin<>(tree);
    private final Set<SessionCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private final BackgroundTasks tasks;
    /** Lines whose children have changed since they were last shown. */
    private final Set<SessionNode> regrown = new HashSet<>();

    private BackgroundTasks.@Nullable Running soon;
    private long lastShown = System.nanoTime() - PACE.toNanos();
    private boolean busy;

    public SessionTree(
            SessionTreeModel model,
            SessionTexts texts,
            AgentColours colours,
            SessionCommands commands,
            BackgroundTasks tasks) {
        this.model = model;
        this.tasks = tasks;
        getStyleClass().add("session-tree");
        getStylesheets()
                .add(Objects.requireNonNull(SessionTree.class.getResource("sessions.css"))
                        .toExternalForm());
        Label title = new Label(Messages.text("sessions.title"));
        title.getStyleClass().add("pane-title");
        setTop(title);
        setCenter(tree);
        tree.setSkin(skin);
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
            public void changed(Set<SessionNode> now) {
                regrown.addAll(now);
                showSoon();
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
        if (!regrown.isEmpty()) catchUp();
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

    private void showSoon() {
        if (soon != null) return;
        Duration since = Duration.ofNanos(System.nanoTime() - lastShown);
        Duration rest = PACE.minus(since);
        soon = tasks.repeat(rest.compareTo(APART) > 0 ? rest : APART, this::catchUp);
    }

    /** Shows what has changed. */
    private void catchUp() {
        if (soon != null) soon.cancel();
        soon = null;
        lastShown = System.nanoTime();
        if (!regrown.isEmpty()) keepingSelection(this::regrow);
        regrown.clear();
        cells.forEach(SessionCell::refresh);
    }

    private void regrow() {
        int top = skin.flow().firstLine();
        TreeItem<SessionNode> inSight = skin.flow().atStart() ? null : tree.getTreeItem(top);
        for (SessionNode node : regrown) {
            SessionItem item = item(node);
            if (item != null) item.shrink();
        }
        for (SessionNode node : regrown) {
            SessionItem item = item(node);
            if (item != null) item.grow();
        }
        int now = inSight == null ? -1 : tree.getRow(inSight);
        if (now >= 0) skin.flow().shift(now - top);
    }

    private void renew() {
        regrown.clear();
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
