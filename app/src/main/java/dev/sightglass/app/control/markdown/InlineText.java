package dev.sightglass.app.control.markdown;

import dev.sightglass.app.control.flow.StyledText;
import dev.sightglass.app.control.flow.StyledTextBuilder;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;

/** The inline content of a Markdown block as one styled text. */
final class InlineText {
    private final StyledTextBuilder out = new StyledTextBuilder();
    private final List<String> styles = new ArrayList<>();
    private @Nullable String link;

    private InlineText() {}

    static StyledText of(Node block) {
        InlineText inline = new InlineText();
        inline.addChildren(block);
        return inline.out.take();
    }

    private void addChildren(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) add(node);
    }

    private void add(Node node) {
        switch (node) {
            case org.commonmark.node.Text text -> text(text.getLiteral());
            case SoftLineBreak _ -> text("\n");
            case HardLineBreak _ -> text("\n");
            case Code code -> styled("md-inline-code,mono", () -> text(code.getLiteral()));
            case StrongEmphasis strong -> styled("md-strong", () -> addChildren(strong));
            case Emphasis emphasis -> styled("md-emphasis", () -> addChildren(emphasis));
            case HtmlInline html -> text(html.getLiteral());
            case Link to -> link(to);
            case Image image -> {
                text("[");
                addChildren(image);
                text("](" + image.getDestination() + ")");
            }
            default -> addChildren(node);
        }
    }

    private void link(Link to) {
        String outer = link;
        link = to.getDestination();
        styled("md-link", () -> addChildren(to));
        link = outer;
    }

    private void styled(String style, Runnable content) {
        styles.add(style);
        content.run();
        styles.removeLast();
    }

    private void text(String words) {
        out.add(words, String.join(",", styles), link);
    }
}
