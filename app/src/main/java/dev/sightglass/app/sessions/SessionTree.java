package dev.sightglass.app.sessions;

import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.format.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Shows a {@link SessionTreeModel}. FX thread only. */
public final class SessionTree extends BorderPane {
    private final SessionTreeModel model;
    private final TreeView<SessionNode> tree = new TreeView<>();
    private final Map<SessionNode, TreeItem<SessionNode>> items = new HashMap<>();
    private final ReadOnlyObjectWrapper<SessionNode> chosen;

    public SessionTree(SessionTreeModel model) {
        this.model = model;
        this.chosen = new ReadOnlyObjectWrapper<>(model.root());
        getStyleClass().add("session-tree");
        getStylesheets()
                .add(Objects.requireNonNull(SessionTree.class.getResource("sessions.css"))
                        .toExternalForm());
        tree.setId("session-tree");
        tree.setAccessibleText(Messages.text("sessions.title"));
        tree.setRoot(item(model.root()));
        tree.setCellFactory(_ -> new Line());
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> chosen.set(item == null ? model.root() : item.getValue()));
        Label title = new Label(Messages.text("sessions.title"));
        title.getStyleClass().add("pane-title");
        setTop(title);
        setCenter(tree);
        model.add(this::refresh);
        refresh();
        tree.getSelectionModel().selectFirst();
    }

    /** The chosen line; the one for all exchanges at first. */
    public ReadOnlyObjectProperty<SessionNode> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Chooses this line, if it is there still. */
    public void choose(SessionNode node) {
        TreeItem<SessionNode> item = items.get(node);
        if (item == null) return;
        tree.getSelectionModel().select(item);
        tree.scrollTo(tree.getRow(item));
    }

    private void refresh() {
        bringUpToDate(tree.getRoot());
        tree.refresh();
    }

    private void bringUpToDate(TreeItem<SessionNode> item) {
        List<SessionNode> wanted = model.childrenOf(item.getValue());
        List<SessionNode> present =
                item.getChildren().stream().map(TreeItem::getValue).toList();
        if (!wanted.equals(present)) {
            item.getChildren().removeIf(child -> !wanted.contains(child.getValue()));
            for (int i = 0; i < wanted.size(); i++)
                if (i >= item.getChildren().size() || item.getChildren().get(i).getValue() != wanted.get(i))
                    item.getChildren().add(i, item(wanted.get(i)));
        }
        item.getChildren().forEach(this::bringUpToDate);
    }

    private TreeItem<SessionNode> item(SessionNode node) {
        return items.computeIfAbsent(node, made -> {
            TreeItem<SessionNode> item = new TreeItem<>(made);
            item.setExpanded(true);
            return item;
        });
    }

    /** Title on the left, numbers of errors and of exchanges on the right, the sums in the tooltip. */
    private static final class Line extends TreeCell<SessionNode> {
        private final Label title = new Label();
        private final Label count = new Label();
        private final Label errors = new Label();
        private final HBox box = new HBox(8, title, errors, count);
        private final Tooltip sums = new Tooltip();

        Line() {
            box.setAlignment(Pos.CENTER_LEFT);
            title.setMaxWidth(Double.MAX_VALUE);
            title.setMinWidth(0);
            HBox.setHgrow(title, Priority.ALWAYS);
            count.getStyleClass().addAll("small", "muted");
            count.setMinWidth(USE_PREF_SIZE);
            errors.getStyleClass().addAll("small", "danger");
            errors.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0); // as wide as the list, so that long titles are shortened
        }

        @Override
        protected void updateItem(@Nullable SessionNode node, boolean empty) {
            super.updateItem(node, empty);
            setGraphic(node == null ? null : box);
            setTooltip(node == null ? null : sums);
            if (node == null) return;
            Totals.View view = node.sums();
            title.setText(node.title());
            count.setText(Human.exact((long) view.count()));
            errors.setText(view.errors() == 0 ? "" : Human.exact((long) view.errors()));
            sums.setText(node.title() + "\n"
                    + Messages.text(
                            "sessions.sums",
                            Human.exact((long) view.count()),
                            Human.count(view.input()),
                            Human.count(view.output()),
                            view.cost().signum() == 0 ? Messages.text("status.cost.unknown") : Money.human(view.cost()),
                            view.errors()));
        }
    }
}
