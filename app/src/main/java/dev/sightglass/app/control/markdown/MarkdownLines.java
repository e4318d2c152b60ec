package dev.sightglass.app.control.markdown;

import dev.sightglass.app.control.code.CodeHighlighter;
import dev.sightglass.app.control.code.Language;
import dev.sightglass.app.control.flow.StyledText;
import dev.sightglass.app.control.markdown.MarkdownLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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

/** Cuts a Markdown text into its lines, code coloured. Any thread. */
public final class MarkdownLines {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final List<MarkdownLine> lines = new ArrayList<>();
    private int depth;
    private int quotes;
    private String marker = "";

    private MarkdownLines() {}

    public static List<MarkdownLine> of(String markdown) {
        MarkdownLines cutter = new MarkdownLines();
        cutter.addBlocks(PARSER.parse(markdown));
        return cutter.lines;
    }

    private void addBlocks(Node parent) {
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) add(block);
    }

    private void add(Node block) {
        switch (block) {
            case Heading heading -> words(headingKind(heading.getLevel()), InlineText.of(heading), true);
            case Paragraph paragraph -> words(Kind.PARAGRAPH, InlineText.of(paragraph), gapBefore(paragraph));
            case FencedCodeBlock code -> code(code.getLiteral(), Objects.requireNonNullElse(code.getInfo(), ""));
            case IndentedCodeBlock code -> code(code.getLiteral(), "");
            case HtmlBlock html -> code(html.getLiteral(), "html");
            case BlockQuote quote -> {
                quotes++;
                addBlocks(quote);
                quotes--;
            }
            case BulletList list -> list(list, 0);
            case OrderedList list -> list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case ThematicBreak _ -> words(Kind.RULE, StyledText.plain(""), true);
            case TableBlock table -> table(table);
            default -> addBlocks(block);
        }
    }

    private static Kind headingKind(int level) {
        return level == 1 ? Kind.HEADING_1 : level == 2 ? Kind.HEADING_2 : Kind.HEADING_3;
    }

    /** Items of a list stand close together; everything else has a gap before it. */
    private static boolean gapBefore(Paragraph paragraph) {
        boolean firstOfItem = paragraph.getPrevious() == null
                && paragraph.getParent() != null
                && paragraph.getParent().getParent() instanceof ListBlock;
        return !firstOfItem
                || (paragraph.getParent().getPrevious() == null
                        && !(paragraph.getParent().getParent().getParent() instanceof org.commonmark.node.ListItem));
    }

    private void words(Kind kind, StyledText text, boolean opens) {
        add(new MarkdownLine(kind, text, List.of(), depth, quotes, takeMarker(), opens, true));
    }

    private void add(MarkdownLine line) {
        lines.add(line);
    }

    private String takeMarker() {
        String taken = marker;
        marker = "";
        return taken;
    }

    private void code(String literal, String info) {
        String code = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        List<StyledText> coloured = CodeHighlighter.lines(code, Language.named(info));
        for (int i = 0; i < coloured.size(); i++)
            add(new MarkdownLine(
                    Kind.CODE,
                    coloured.get(i),
                    List.of(),
                    depth,
                    quotes,
                    takeMarker(),
                    i == 0,
                    i == coloured.size() - 1));
    }

    private void list(ListBlock list, int start) {
        int number = start;
        depth++;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            marker = list instanceof BulletList ? "•" : number++ + ".";
            addBlocks(item);
            if (!marker.isEmpty()) words(Kind.PARAGRAPH, StyledText.plain(""), false);
        }
        depth--;
    }

    private void table(TableBlock table) {
        List<List<StyledText>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext())
            for (Node line = part.getFirstChild(); line != null; line = line.getNext()) rows.add(cells(line));
        String plain = rows.stream()
                .map(row -> row.stream().map(StyledText::text).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        add(new MarkdownLine(Kind.TABLE, StyledText.plain(plain), rows, depth, quotes, takeMarker(), true, true));
    }

    private static List<StyledText> cells(Node line) {
        List<StyledText> cells = new ArrayList<>();
        for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) cells.add(InlineText.of(cell));
        return cells;
    }
}
