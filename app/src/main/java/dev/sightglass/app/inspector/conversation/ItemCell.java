package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.format.Human;
import dev.sightglass.app.inspector.InspectorContext;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One block: who, what, how large, whether new; then its content. */
final class ItemCell extends ListCell<Item> {
    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");

    private static final double SCROLL_BAR = 12;

    private final Set<String> opened;
    private final BlockNodes nodes;
    private final Label speaker = new Label();
    private final Label title = new Label();
    private final Label fresh = new Label(text("inspector.conversation.new"));
    private final Label size = new Label();
    private final VBox content = new VBox();
    private final Hyperlink more = new Hyperlink();
    private final VBox block;
    private @Nullable Item shown;

    ItemCell(InspectorContext context, Set<String> opened) {
        this.opened = opened;
        this.nodes = new BlockNodes(context);
        speaker.getStyleClass().add("speaker");
        title.getStyleClass().add("strong");
        fresh.getStyleClass().addAll("chip", "fresh-chip");
        size.getStyleClass().add("subtle");
        size.setMinWidth(USE_PREF_SIZE);
        content.getStyleClass().add("block-content");
        more.setOnAction(_ -> toggle());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(speaker, title, fresh, space, size);
        head.getStyleClass().add("block-head");
        block = new VBox(head, content, more);
        setPrefWidth(0);
    }

    private void toggle() {
        Item item = shown;
        if (item == null) return;
        if (!opened.remove(item.id())) opened.add(item.id());
        fill(item);
    }

    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            shown = null;
            return;
        }
        setGraphic(block);
        if (!item.equals(shown)) fill(item);
    }

    /** A labelled cell asks its graphic without a width, which takes wrapped text for one line. */
    @Override
    protected double computePrefHeight(double width) {
        if (shown == null) return super.computePrefHeight(width);
        double given =
                width > 0 ? width : getWidth() > 0 ? getWidth() : getListView().getWidth() - SCROLL_BAR;
        return Math.ceil(block.prefHeight(given));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        block.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private void fill(Item item) {
        shown = item;
        String who = item.speaker().name().toLowerCase(Locale.ROOT);
        block.getStyleClass().setAll("conversation-block", "by-" + who);
        block.pseudoClassStateChanged(FRESH, item.fresh());
        speaker.setText(text("inspector.conversation.speaker." + who));
        title.setText(item.title());
        fresh.setVisible(item.fresh());
        fresh.setManaged(item.fresh());
        size.setText(sizeText(item));
        boolean open = opened.contains(item.id());
        content.getChildren().setAll(nodes.of(item.content(), open));
        more.setText(text(open ? "inspector.conversation.less" : "inspector.conversation.more"));
        show(more, open || nodes.shortened());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String sizeText(Item item) {
        if (item.bytes() == 0) return "";
        String bytes = Human.bytes(item.bytes());
        return item.tokens() == null ? bytes : text("inspector.conversation.size", bytes, Human.count(item.tokens()));
    }
}
