package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.SearchBox;
import dev.sightglass.app.control.flow.FlowHit;
import dev.sightglass.app.control.flow.FlowView;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.app.inspector.conversation.Row.RowKey;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The blocks as a flow of rows, of which only those in sight are drawn. */
final class ConversationView implements PanelView, RowActions {
    private final InspectorContext context;
    private final FlowView<Row> flow;
    private final Label summary = new Label();
    private final Label nothing = new Label();
    private final Button toNew = new Button(text("inspector.conversation.toNew"));
    private final ToggleButton openAll = new ToggleButton(text("inspector.conversation.openAll"));
    private final SearchBox search = new SearchBox(
            "conversation-search", "inspector.conversation.find", Duration.millis(120), () -> find(true), this::step);
    private final BorderPane page = new BorderPane();
    /** Blocks that are not as {@link #openAll} has them. */
    private final Set<String> toggled = new HashSet<>();

    private final ConversationHits hits;
    private final PanelLoad<ConversationLoad> load;
    private ConversationLoad shown = ConversationLoad.NONE;
    private @Nullable ExchangeSummary exchange;

    ConversationView(InspectorContext context) {
        this.context = context;
        PictureCache pictures = new PictureCache(context.tasks());
        flow = new FlowView<>(row -> RowNodes.forRow(row, this, pictures));
        hits = new ConversationHits(context.tasks());
        load = new PanelLoad<>(
                context,
                one -> ConversationLoad.of(context.details(), one, shown),
                (_, loaded) -> render(loaded),
                failure -> showNothing(text("inspector.gone", String.valueOf(failure.getMessage()))));
        flow.setId("conversation-blocks");
        flow.setAccessibleText(text("inspector.conversation.title"));
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        nothing.getStyleClass().addAll("muted", "empty-state");
        nothing.setWrapText(true);
        nothing.setId("conversation-nothing");
        page.setId("panel-conversation");
        page.getStylesheets().add(ConversationStyle.sheet());
        page.setTop(bar());
        page.setCenter(new StackPane(flow, nothing));
    }

    private HBox bar() {
        summary.setId("conversation-summary");
        summary.getStyleClass().add("muted");
        summary.setMinWidth(0);
        toNew.setId("conversation-to-new");
        toNew.getStyleClass().add("flat");
        toNew.setTooltip(new Tooltip(text("inspector.conversation.toNew.tip")));
        toNew.setMinWidth(Region.USE_PREF_SIZE);
        toNew.setOnAction(_ -> goToNew());
        openAll.setId("conversation-open-all");
        openAll.getStyleClass().add("flat");
        openAll.setMinWidth(Region.USE_PREF_SIZE);
        openAll.setOnAction(_ -> {
            toggled.clear();
            layOut();
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(toNew, openAll, summary, space, search);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(ExchangeSummary next) {
        boolean other = exchange == null || !exchange.id().equals(next.id());
        exchange = next;
        flow.setFollows(next.inFlight());
        if (other) {
            shown = ConversationLoad.NONE;
            toggled.clear();
            flow.show(List.of());
            showNothing("");
            summary.setText("");
        }
        load.request(next);
    }

    private void render(ConversationLoad loaded) {
        boolean first = shown.blocks().isEmpty();
        shown = loaded;
        layOut();
        summary.setText(loaded.summary());
        toNew.setDisable(loaded.firstFresh() == null);
        showNothing(loaded.blocks().isEmpty() ? loaded.problem() : "");
        if (first && exchange != null && exchange.inFlight()) flow.goToEnd();
        else if (first && loaded.goesToFresh()) goToNew();
        if (!search.wanted().isEmpty()) find(false);
    }

    private void showNothing(String why) {
        nothing.setText(why);
        nothing.setVisible(!why.isEmpty());
        flow.setVisible(why.isEmpty());
    }

    private void layOut() {
        flow.replace(shown.rows(toggled, openAll.isSelected()));
    }

    // ---- Ways to go

    private void goToNew() {
        String fresh = shown.firstFresh();
        if (fresh == null) return;
        int divider = flow.indexOf(new RowKey(fresh, Row.Divider.INDEX));
        flow.goToRow(divider >= 0 ? divider : flow.indexOf(new RowKey(fresh, 0)));
    }

    @Override
    public void toggle(String item) {
        int head = flow.indexOf(new RowKey(item, 0));
        if (isOpen(item) && head < flow.firstRow()) flow.goToRow(head);
        if (!toggled.remove(item)) toggled.add(item);
        layOut();
    }

    private boolean isOpen(String item) {
        return openAll.isSelected() != toggled.contains(item);
    }

    @Override
    public void open(String address) {
        context.links().open(address);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        switch (event.getCode()) {
            case J -> goToBlock(1);
            case K -> goToBlock(-1);
            case N -> goToNew();
            case ENTER -> toggleFirst();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void goToBlock(int by) {
        int row = flow.firstRow() + (by > 0 ? 1 : flow.offsetInRow() > 0 ? 0 : -1);
        while (row >= 0 && row < flow.rows().size() && !(flow.rows().get(row) instanceof Row.Head)) row += by;
        if (row >= 0 && row < flow.rows().size()) flow.goToRow(row);
    }

    private void toggleFirst() {
        if (!flow.rows().isEmpty())
            toggle(flow.rows().get(flow.firstRow()).key().item());
    }

    // ---- Search

    @Override
    public boolean search() {
        search.focusField();
        return true;
    }

    private void find(boolean goes) {
        hits.find(shown.blocks(), search.wanted(), () -> {
            if (goes) hits.goFrom(firstItem(), shown.blocks());
            showHit(goes);
        });
    }

    private String firstItem() {
        return flow.rows().isEmpty()
                ? ""
                : flow.rows().get(flow.firstRow()).key().item();
    }

    private void step(int by) {
        hits.step(by);
        showHit(true);
    }

    private void showHit(boolean goes) {
        FlowHit current = hits.current();
        search.showCount(count());
        if (current != null && goes) {
            RowKey key = (RowKey) current.key();
            if (shown.hides(key) && !isOpen(key.item())) toggle(key.item());
            flow.reveal(flow.indexOf(key));
        }
        flow.showHits(hits.byRow(), current);
    }

    private String count() {
        if (search.wanted().isEmpty()) return "";
        if (hits.size() == 0) return text("body.search.none");
        String more = hits.size() >= ConversationSearch.MOST ? "+" : "";
        return text("body.search.count", hits.index() + 1, hits.size() + more);
    }
}
