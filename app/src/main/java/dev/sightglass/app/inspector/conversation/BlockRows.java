package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.code.CodeHighlighter;
import dev.sightglass.app.control.code.Language;
import dev.sightglass.app.control.flow.StyledText;
import dev.sightglass.app.control.markdown.MarkdownLine;
import dev.sightglass.app.control.markdown.MarkdownLines;
import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.app.inspector.conversation.Item.Content;
import dev.sightglass.app.inspector.conversation.Row.Look;
import dev.sightglass.engine.model.message.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lays a block out as rows: Markdown cut up, code coloured, changes compared. Any thread. */
final class BlockRows {
    /** A longer line is cut: JavaFX lays a wrapped text out at once. */
    private static final int LONGEST = 2_000;

    private final Item item;
    private final Row.Edge edge;
    private final List<Row> rows = new ArrayList<>();
    private final StyledText detail;

    private BlockRows(Item item) {
        this.item = item;
        this.detail = Headline.detail(item);
        this.edge = new Row.Edge(item.speaker(), item.fresh());
    }

    /** All rows of a block, its heading first. */
    static List<Row> of(Item item) {
        BlockRows laid = new BlockRows(item);
        laid.rows.add(new Row.Head(laid.key(), laid.edge, item, laid.detail));
        laid.add(item.content());
        return List.copyOf(laid.rows);
    }

    private Row.RowKey key() {
        return new Row.RowKey(item.id(), rows.size());
    }

    /** Whether the heading says this already. */
    boolean tells(String words) {
        return !words.isEmpty() && detail.text().equals(Invisible.visible(words));
    }

    private void add(Content content) {
        switch (content) {
            case Content.Markdown(String words) -> markdown(words);
            case Content.Plain(String words) -> plain(words, quiet() ? Look.QUIET : Look.BODY);
            case Content.Aside(String tag, String words) -> {
                label(text("inspector.conversation.aside", tag));
                plain(words, Look.QUIET);
            }
            case Content.Json(String json) -> code(JsonPretty.of(json), Language.JSON);
            case Content.Picture(String base64) -> rows.add(new Row.Picture(key(), edge, base64));
            case Content.Tools(List<Tool> tools) -> tools.forEach(this::tool);
            case Content.Call(var input, String note) -> {
                new ToolInputRows(this).add(input);
                if (!note.isEmpty()) label(note);
            }
            case Content.Result result -> result(result);
        }
    }

    private boolean quiet() {
        return switch (item.speaker()) {
            case TOOLS, SYSTEM, INJECTED, THINKING -> true;
            case USER, ASSISTANT, CALL, RESULT, ENDING -> false;
        };
    }

    private void result(Content.Result result) {
        if (!result.note().isEmpty()) label(result.note());
        if (result.error() && item.partner() == null)
            line(StyledText.plain(text("inspector.conversation.failed")), Look.ERROR, true, false);
        if (result.parts().isEmpty()) label(text("inspector.conversation.emptyResult"));
        for (Content part : result.parts()) {
            if (!(part instanceof Content.Plain(String words))) add(part);
            else if (!tells(words.strip())) output(words, result.file());
        }
    }

    /** What a tool gave back: lines with numbers coloured as the file they are of, JSON laid out. */
    private void output(String words, String file) {
        Language language = languageOf(words, file);
        if (!file.isEmpty() && NumberedLines.are(words)) numbered(NumberedLines.of(Invisible.visible(words), language));
        else code(language == Language.JSON ? JsonPretty.of(words) : words, language);
    }

    private void numbered(List<StyledText> lines) {
        for (int i = 0; i < lines.size(); i++) cut(lines.get(i), Look.CODE, i == 0, i == lines.size() - 1);
    }

    private static Language languageOf(String words, String file) {
        if (!file.isEmpty()) return Language.ofFile(file);
        String start = words.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[{") || start.startsWith("[\n");
        if (json) return Language.JSON;
        return start.startsWith("diff --git ") || start.startsWith("--- a/") ? Language.named("diff") : Language.PLAIN;
    }

    private void tool(Tool tool) {
        String name = tool.name();
        String says = Objects.requireNonNullElse(tool.description(), "");
        String all = says.isEmpty() ? name : name + "  " + says.strip().replaceAll("\\s*\\n\\s*", " ");
        String shown = Invisible.visible(all);
        int end = Math.min(name.length(), shown.length());
        List<StyledText.Run> runs = new ArrayList<>();
        if (end > 0) runs.add(new StyledText.Run(end, "md-strong", null));
        if (end < shown.length()) runs.add(new StyledText.Run(shown.length(), "", null));
        cut(new StyledText(shown, runs), Look.QUIET, false, false);
    }

    private void markdown(String words) {
        for (MarkdownLine line : MarkdownLines.of(Invisible.visible(words))) {
            switch (line.kind()) {
                case TABLE -> rows.add(new Row.Table(key(), edge, line.text().text(), line.cells(), line.depth()));
                case CODE -> place(line, Look.CODE);
                case PARAGRAPH -> place(line, quiet() ? Look.QUIET : Look.BODY);
                case HEADING_1 -> place(line, Look.HEADING_1);
                case HEADING_2 -> place(line, Look.HEADING_2);
                case HEADING_3 -> place(line, Look.HEADING_3);
                case RULE -> place(line, Look.RULE);
            }
        }
    }

    private void place(MarkdownLine line, Look look) {
        List<StyledText> pieces = pieces(line.text());
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            rows.add(new Row.Line(
                    key(),
                    edge,
                    pieces.get(i),
                    look,
                    line.depth(),
                    line.quotes(),
                    i == 0 ? line.marker() : "",
                    line.opens() && i == 0,
                    line.closes() && last,
                    last));
        }
    }

    void label(String words) {
        line(StyledText.plain(words), Look.LABEL, true, false);
    }

    void plain(String words, Look look) {
        boolean first = true;
        for (StyledText line : CodeHighlighter.lines(Invisible.visible(words), Language.PLAIN)) {
            cut(line, look, first, false);
            first = false;
        }
    }

    /** Lines of code on one ground. */
    void code(String words, Language language) {
        List<StyledText> lines = CodeHighlighter.lines(Invisible.visible(words.stripTrailing()), language);
        for (int i = 0; i < lines.size(); i++) cut(lines.get(i), Look.CODE, i == 0, i == lines.size() - 1);
    }

    void line(StyledText line, Look look, boolean opens, boolean closes) {
        rows.add(new Row.Line(key(), edge, line, look, 0, 0, "", opens, closes, true));
    }

    void marked(String marker, StyledText line, Look look) {
        rows.add(new Row.Line(key(), edge, line, look, 1, 0, marker, false, true, true));
    }

    void cut(StyledText line, Look look, boolean opens, boolean closes) {
        List<StyledText> pieces = pieces(line);
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            rows.add(new Row.Line(key(), edge, pieces.get(i), look, 0, 0, "", opens && i == 0, closes && last, last));
        }
    }

    private static List<StyledText> pieces(StyledText line) {
        if (line.text().length() <= LONGEST) return List.of(line);
        List<StyledText> pieces = new ArrayList<>();
        for (int at = 0; at < line.text().length(); at += LONGEST)
            pieces.add(StyledText.plain(
                    line.text().substring(at, Math.min(line.text().length(), at + LONGEST))));
        return pieces;
    }
}
