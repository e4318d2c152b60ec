package dev.sightglass.app.control.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The inline content of a Markdown block as one flow of text. */
final class InlineText {
    private final TextFlow flow = new TextFlow();
    private final Consumer<String> links;
    private final List<String> styles = new ArrayList<>();

    private InlineText(Consumer<String> links) {
        this.links = links;
    }

    static TextFlow of(Node block, Consumer<String> links, String style) {
        InlineText inline = new InlineText(links);
        inline.flow.getStyleClass().add(style);
        inline.addChildren(block);
        return inline.flow;
    }

    private void addChildren(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) add(node);
    }

    private void add(Node node) {
        switch (node) {
            case org.commonmark.node.Text text -> text(text.getLiteral());
            case SoftLineBreak _ -> text("\n");
            case HardLineBreak _ -> text("\n");
            case Code code -> styled("md-inline-code", () -> text(code.getLiteral()));
            case StrongEmphasis strong -> styled("md-strong", () -> addChildren(strong));
            case Emphasis emphasis -> styled("md-emphasis", () -> addChildren(emphasis));
            case HtmlInline html -> text(html.getLiteral());
            case Link link -> flow.getChildren().add(link(link));
            case Image image -> text("[" + plain(image) + "](" + image.getDestination() + ")");
            default -> addChildren(node);
        }
    }

    private void styled(String style, Runnable content) {
        styles.add(style);
        content.run();
        styles.removeLast();
    }

    private void text(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("md-text");
        text.getStyleClass().addAll(styles);
        if (styles.contains("md-inline-code")) text.getStyleClass().addAll("text", "mono");
        flow.getChildren().add(text);
    }

    /** Shows where the link leads, whatever its text says. */
    private Hyperlink link(Link link) {
        Hyperlink hyperlink = new Hyperlink(plain(link));
        hyperlink.setTooltip(new Tooltip(link.getDestination()));
        hyperlink.setOnAction(_ -> links.accept(link.getDestination()));
        return hyperlink;
    }

    static String plain(Node node) {
        if (node instanceof org.commonmark.node.Text text) return text.getLiteral();
        if (node instanceof Code code) return code.getLiteral();
        StringBuilder all = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) all.append(plain(child));
        return all.toString();
    }
}
