package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.flow.FlowNode;
import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.inspector.conversation.Item.Size;
import dev.sightglass.app.inspector.conversation.Item.Speaker;
import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The heading of a block: who, what, whether new, how large; a call leads to its result and back. */
final class HeadNode extends FlowNode<Row> {
    private static final double HEIGHT = 30;

    private final RowActions actions;
    private final Label speaker = new Label();
    private final Label title = new Label();
    private final Label fresh = new Label(text("inspector.conversation.new"));
    private final Hyperlink partner = new Hyperlink();
    private final Label size = new Label();
    private final Tooltip exact = new Tooltip();
    private final HBox line;

    HeadNode(RowActions actions) {
        this.actions = actions;
        speaker.getStyleClass().add("speaker");
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        fresh.getStyleClass().addAll("chip", "fresh-chip");
        size.getStyleClass().add("subtle");
        size.setTooltip(exact);
        for (Label label : new Label[] {speaker, fresh, size}) label.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = new HBox(speaker, title, fresh, partner, space, size);
        line.getStyleClass().add("block-head");
        getChildren().add(line);
    }

    @Override
    protected void show(Row row) {
        if (!(row instanceof Row.Head head)) return;
        Item item = head.item();
        RowNodes.colour(this, head.edge(), "row-head");
        speaker.setText(
                text("inspector.conversation.speaker." + item.speaker().name().toLowerCase(Locale.ROOT)));
        title.setText(Invisible.visible(item.title()).replace('\n', ' '));
        fresh.setVisible(item.fresh());
        fresh.setManaged(item.fresh());
        showPartner(item);
        size.setText(words(item.size()));
        exact.setText(exact(item.size()));
    }

    private void showPartner(Item item) {
        String other = item.partner();
        partner.setVisible(other != null);
        partner.setManaged(other != null);
        if (other == null) return;
        partner.setText(text(
                item.speaker() == Speaker.CALL ? "inspector.conversation.toResult" : "inspector.conversation.toCall"));
        partner.setOnAction(_ -> actions.goTo(other));
    }

    private static String words(Size size) {
        if (size.bytes() == 0) return "";
        String share = Human.percent(size.share());
        return size.tokens() == null
                ? text("inspector.conversation.size.bytes", Human.bytes(size.bytes()), share)
                : text("inspector.conversation.size", Human.bytes(size.bytes()), Human.count(size.tokens()), share);
    }

    private static String exact(Size size) {
        String bytes = Human.exact(size.bytes());
        return size.tokens() == null
                ? text("inspector.conversation.size.exactBytes", bytes)
                : text("inspector.conversation.size.exact", bytes, Human.exact(size.tokens()));
    }

    @Override
    protected double heightFor(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        line.resizeRelocate(getInsets().getLeft(), 0, getWidth() - getInsets().getLeft(), getHeight());
    }
}
