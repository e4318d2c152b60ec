package dev.sightglass.app.sessions;

import dev.sightglass.app.exchanges.Sums;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.theme.AgentColours;
import dev.sightglass.app.theme.Fonts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** A line: what it is called on the left; what runs, errors, money and the number of exchanges on the right. */
final class SessionCell extends TreeCell<SessionNode> {
    private static final double ROOM_FOR_MONEY = 230;
    private static final double ROOM_FOR_TOKENS = 330;
    private static final double SHORTEST = 36;
    private static final double LONGEST_BESIDE = 110;
    private static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");

    private final SessionTexts texts;
    private final AgentColours colours;
    private final Circle agent = new Circle(4);
    private final Label lead = label("lead");
    private final Label name = label("name");
    private final Label detail = label("detail");
    private final Circle running = new Circle(3);
    private final Label errors = label("errors");
    private final Label tokens = label("tokens");
    private final Label cost = label("cost");
    private final Label count = label("count");
    private final HBox box = new HBox(agent, lead, name, detail, running, errors, tokens, cost, count);
    private final Tooltip tooltip = new Tooltip();
    private @Nullable SessionNode shown;
    private int shownVersion;

    SessionCell(SessionTexts texts, AgentColours colours, SessionCommands commands) {
        this.texts = texts;
        this.colours = colours;
        box.getStyleClass().add("session-line");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0); // else it would keep a width that the tree no longer has
        running.getStyleClass().add("running");
        detail.setMinWidth(0);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        for (Label number : new Label[] {lead, errors, tokens, cost, count}) number.setMinWidth(USE_PREF_SIZE);
        // Never taken out again: the list empties and fills all its cells when lines come, and CSS for a graphic costs
        // most of that.
        setGraphic(box);
        setPrefWidth(0); // as wide as the list, so that long names are shortened
        box.widthProperty().subscribe(this::fit); // which follows the tree's
        tooltip.setOnShowing(_ -> tooltip.setText(shown == null ? "" : texts.all(shown)));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) commands.showFigures();
        });
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    @Override
    protected void updateItem(@Nullable SessionNode node, boolean empty) {
        super.updateItem(node, empty);
        shown = empty ? null : node;
        box.setVisible(shown != null);
        setTooltip(shown == null ? null : tooltip);
        if (shown == null) setAccessibleText(null);
        else render(shown);
    }

    /** Draws the line anew if it has changed, or if another object stands for it now, which the view does not tell of. */
    void refresh() {
        SessionNode now = getTreeItem() == null ? null : getTreeItem().getValue();
        if (shown != null && now != null && now != shown) updateItem(now, false);
        if (shown != null && shown.version() != shownVersion) render(shown);
    }

    private void render(SessionNode node) {
        shownVersion = node.version();
        Sums sums = node.sums();
        put(lead, texts.lead(node));
        name.setText(texts.name(node));
        detail.setText(texts.detail(node));
        name.setMaxWidth(detail.getText().isEmpty() ? Double.MAX_VALUE : LONGEST_BESIDE);
        colour(node);
        show(running, sums.inFlight() > 0);
        put(errors, sums.errors() == 0 ? "" : Human.exact((long) sums.errors()));
        count.setText(Human.exact((long) sums.count()));
        tokens.setText(sums.input() + sums.output() == 0 ? "" : Human.count(sums.input() + sums.output()));
        cost.setText(SessionTexts.cost(sums));
        fit();
        setAccessibleText(texts.all(node).replace("\n", ", "));
    }

    private void colour(SessionNode node) {
        Scope.Agent of = node.scope() instanceof Scope.Agent a ? a : null;
        String styleClass = of == null ? "" : colours.styleClass(of.session().id(), of.agentId());
        boolean main = of != null && of.agentId() == null;
        show(agent, of != null);
        style(agent, List.of(main ? "agent-main" : styleClass.isEmpty() ? "agent-none" : styleClass));
        style(name, styleClass.isEmpty() ? List.of("label", "name") : List.of("label", "name", styleClass));
        name.pseudoClassStateChanged(STRONG, node.scope() instanceof Scope.Session);
    }

    private static void style(Node node, List<String> classes) {
        if (!node.getStyleClass().equals(classes)) node.getStyleClass().setAll(classes);
    }

    /** The less room, the fewer figures; they stand in the tooltip, too. */
    private void fit() {
        double size = name.getFont().getSize() / Fonts.UI_SIZE;
        double room = getTreeView() == null ? 0 : getTreeView().getWidth() / size;
        show(cost, room >= ROOM_FOR_MONEY && !cost.getText().isEmpty());
        show(tokens, room >= ROOM_FOR_TOKENS && !tokens.getText().isEmpty());
        name.setMinWidth(Math.clamp(roomForNames(), SHORTEST, Math.max(SHORTEST, nameWidth())));
    }

    private double nameWidth() {
        return Math.min(Math.ceil(name.prefWidth(-1)), name.getMaxWidth());
    }

    /** What the figures leave; the name takes it before the words beside it do. */
    private double roomForNames() {
        double rest = box.getWidth();
        for (Node node : box.getChildren()) {
            if (!node.isManaged()) continue;
            rest -= box.getSpacing();
            if (node != name && node != detail) rest -= Math.ceil(Math.max(node.minWidth(-1), node.prefWidth(-1)));
        }
        return rest;
    }

    private static void put(Label label, String text) {
        label.setText(text);
        show(label, !text.isEmpty());
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }
}
