package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.flow.FlowHit;
import dev.sightglass.app.control.flow.FlowNode;
import dev.sightglass.app.control.flow.FlowText;
import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.inspector.conversation.Item.Size;
import dev.sightglass.app.inspector.conversation.Item.Speaker;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The heading of a block: who, what, whether new out of turn, and how large, which steps back. */
final class HeadNode extends FlowNode<Row> {
    private static final double HEIGHT = 28;
    private static final double RESULT = 24;
    private static final double GAP = 8;
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    /** A smaller part of the whole is not worth a word. */
    private static final double WORTH_TELLING = 0.1;

    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final FlowText detail;
    private final Rectangle clip = new Rectangle();
    private final Label fresh = new Label(text("inspector.conversation.new"));
    private final Label size = new Label();
    private final Tooltip exact = new Tooltip();
    private final HBox line = new HBox(name, fresh);

    HeadNode(RowActions actions) {
        detail = new FlowText(actions::open);
        detail.setClip(clip);
        name.getStyleClass().add("block-name");
        fresh.getStyleClass().addAll("chip", "fresh-chip");
        size.getStyleClass().addAll("subtle", "block-size");
        size.setTooltip(exact);
        line.getStyleClass().add("block-head");
        getChildren().addAll(icon, line, detail, size);
    }

    static double heightOf(Item item) {
        return item.speaker() == Speaker.RESULT && item.partner() != null ? RESULT : HEIGHT;
    }

    @Override
    protected void show(Row row) {
        if (!(row instanceof Row.Head head)) return;
        Item item = head.item();
        RowNodes.colour(this, head.edge(), "row-head");
        boolean below = item.speaker() == Speaker.RESULT && item.partner() != null;
        pseudoClassStateChanged(FAILED, item.failed());
        icon.setIconCode(Headline.icon(item));
        icon.setVisible(!below);
        name.setText(name(item, below));
        detail.show(head.detail(), "look-body");
        detail.setVisible(!head.detail().text().isEmpty());
        boolean outOfTurn = item.fresh() && item.setUp();
        fresh.setVisible(outOfTurn);
        fresh.setManaged(outOfTurn);
        size.setText(words(item));
        exact.setText(exact(item.size()));
    }

    private static String name(Item item, boolean below) {
        String speaker =
                text("inspector.conversation.speaker." + item.speaker().name().toLowerCase(Locale.ROOT));
        if (below) return item.failed() ? text("inspector.conversation.failed") : speaker;
        String title = Invisible.visible(item.title()).replace('\n', ' ');
        if (title.isEmpty()) return speaker;
        return item.speaker() == Speaker.CALL ? title : speaker + "  " + title;
    }

    private static String words(Item item) {
        Size size = item.size();
        if (size.bytes() == 0) return "";
        if (size.tokens() == null) return Human.bytes(size.bytes());
        String tokens = Human.count(size.tokens());
        return size.share() < WORTH_TELLING || item.answered()
                ? text("inspector.conversation.size", tokens)
                : text("inspector.conversation.size.share", tokens, Human.percent(size.share()));
    }

    private static String exact(Size size) {
        String bytes = Human.exact(size.bytes());
        return size.tokens() == null
                ? text("inspector.conversation.size.exactBytes", bytes)
                : text(
                        "inspector.conversation.size.exact",
                        bytes,
                        Human.exact(size.tokens()),
                        Human.percent(size.share()));
    }

    @Override
    protected double heightFor(double width) {
        return row() instanceof Row.Head head ? heightOf(head.item()) : HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double high = getHeight();
        double end = Column.LEFT + Column.width(getWidth(), true);
        double figures = Math.ceil(size.prefWidth(-1));
        size.resizeRelocate(end - figures, 0, figures, high);
        icon.relocate(Column.ICON, Math.round((high - icon.getLayoutBounds().getHeight()) / 2));
        double room = Math.max(0, end - figures - GAP - Column.LEFT);
        double wide = Math.min(Math.ceil(line.prefWidth(-1)), room);
        line.resizeRelocate(Column.LEFT, 0, wide, high);
        double rest = Math.max(0, room - wide - GAP);
        double tall = detail.prefHeight(10_000);
        detail.resizeRelocate(detailLeft(), Math.round((high - tall) / 2), 10_000, tall);
        detail.layout();
        clip.setWidth(rest);
        clip.setHeight(tall);
    }

    private double detailLeft() {
        return Column.LEFT + line.getWidth() + GAP;
    }

    @Override
    protected int positionAt(double x, double y) {
        return detail.positionAt(x - detailLeft(), 8);
    }

    @Override
    protected void decorate(int from, int to, List<FlowHit> hits, @Nullable FlowHit current) {
        detail.decorate(from, to, hits, current);
    }
}
