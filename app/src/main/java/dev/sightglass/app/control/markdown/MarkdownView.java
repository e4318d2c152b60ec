package dev.sightglass.app.control.markdown;

import dev.sightglass.app.control.text.Invisible;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Draws a Markdown text. */
public final class MarkdownView extends VBox {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Consumer<String> links;

    /** @param links is given the address of a link that was clicked */
    public MarkdownView(String markdown, Consumer<String> links) {
        this.links = links;
        getStyleClass().add("markdown");
        addBlocks(this, PARSER.parse(Invisible.visible(markdown)));
    }

    private void addBlocks(VBox into, Node parent) {
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext())
            into.getChildren().add(block(block));
    }

    private javafx.scene.Node block(Node block) {
        return switch (block) {
            case Heading heading -> InlineText.of(heading, links, "md-h" + Math.min(4, heading.getLevel()));
            case Paragraph paragraph -> InlineText.of(paragraph, links, "md-p");
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> code(html.getLiteral());
            case BlockQuote quote -> container(quote, "md-quote");
            case BulletList list -> list(list, 0);
            case OrderedList list -> list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case ThematicBreak _ -> rule();
            case TableBlock table -> MarkdownTable.of(table, links);
            default -> container(block, "md-block");
        };
    }

    private static Label code(String literal) {
        String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll("md-code", "mono");
        return label;
    }

    private VBox container(Node block, String style) {
        VBox box = new VBox();
        box.getStyleClass().addAll("markdown", style);
        addBlocks(box, block);
        return box;
    }

    private VBox list(ListBlock list, int start) {
        VBox box = new VBox();
        box.getStyleClass().add("md-list");
        int number = start;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = new Label(start == 0 ? "•" : number++ + ".");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            mark.getStyleClass().add("muted");
            VBox content = container(item, "md-item");
            HBox.setHgrow(content, Priority.ALWAYS);
            HBox line = new HBox(mark, content);
            line.getStyleClass().add("md-item-line");
            box.getChildren().add(line);
        }
        return box;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("md-rule");
        return rule;
    }
}
