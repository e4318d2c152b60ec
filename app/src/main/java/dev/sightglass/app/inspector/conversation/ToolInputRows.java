package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.code.CodeHighlighter;
import dev.sightglass.app.control.code.Language;
import dev.sightglass.app.control.flow.StyledText;
import dev.sightglass.app.control.flow.StyledTextBuilder;
import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.app.control.text.LineDiff;
import dev.sightglass.app.inspector.conversation.Row.Look;
import dev.sightglass.engine.detail.ToolInput;
import java.util.List;

/** Lays the arguments of a tool use out: changes of files as coloured differences, lists as lists, the rest as fields. */
final class ToolInputRows {
    static final String DONE = "todo-mark-done";
    static final String NOW = "todo-mark-now";
    static final String OPEN = "todo-mark-open";
    /** Fields of this length stand beside each other, up to a line. */
    private static final int SHORT = 32;

    private static final int LINE = 96;
    private static final int BESIDE = 200;

    private final BlockRows rows;

    ToolInputRows(BlockRows rows) {
        this.rows = rows;
    }

    void add(ToolInput input) {
        switch (input) {
            case ToolInput.Edit(String path, List<ToolInput.Change> changes) -> {
                if (!rows.tells(path)) path(path);
                for (ToolInput.Change change : changes) difference(change.before(), change.after(), path);
            }
            case ToolInput.Write(String path, String content) -> {
                if (!rows.tells(path)) path(path);
                difference("", content, path);
            }
            case ToolInput.Todos(List<ToolInput.Todo> todos) -> todos.forEach(this::todo);
            case ToolInput.Command(String command, String description) -> {
                if (!description.isEmpty() && !rows.tells(description)) rows.label(description);
                rows.code("$ " + command, Language.SHELL);
            }
            case ToolInput.Fields(List<ToolInput.Field> fields) -> {
                if (fields.isEmpty()) rows.label(text("inspector.conversation.noArguments"));
                fields(fields);
            }
            case ToolInput.Raw(String json) -> rows.code(json, Language.JSON);
        }
    }

    private void path(String path) {
        rows.line(StyledText.styled(Invisible.visible(path), "mono"), Look.BODY, true, false);
    }

    private void todo(ToolInput.Todo todo) {
        String style = switch (todo.status()) {
            case "completed" -> "todo-done";
            case "in_progress" -> "todo-now";
            default -> "";
        };
        String mark = switch (todo.status()) {
            case "completed" -> DONE;
            case "in_progress" -> NOW;
            default -> OPEN;
        };
        rows.marked(mark, StyledText.styled(Invisible.visible(todo.content()), style), Look.BODY);
    }

    /** Short ones beside each other, longer ones on lines of their own. */
    private void fields(List<ToolInput.Field> fields) {
        StyledTextBuilder line = new StyledTextBuilder();
        int length = 0;
        for (ToolInput.Field field : fields) {
            String value = field.value();
            if (rows.tells(value)) continue;
            boolean oneLine = value.length() < BESIDE && value.indexOf('\n') < 0;
            int room = oneLine && value.length() < SHORT ? LINE - length : 0;
            if (length > 0 && (!oneLine || field.name().length() + value.length() + 2 > room)) {
                rows.cut(line.take(), Look.BODY, false, false);
                length = 0;
            }
            if (oneLine) length += beside(field, line, length > 0);
            else below(field);
        }
        if (!line.isEmpty()) rows.cut(line.take(), Look.BODY, false, false);
    }

    private static boolean json(String value) {
        return value.startsWith("{") || value.startsWith("[");
    }

    /** Puts the value beside its name; gives how long both are. */
    private static int beside(ToolInput.Field field, StyledTextBuilder line, boolean further) {
        String name = (further ? "    " : "") + Invisible.visible(field.name()) + "  ";
        line.add(name, "field-name");
        String shown = Invisible.visible(field.value());
        int at = 0;
        StyledText coloured = CodeHighlighter.lines(shown, json(shown) ? Language.JSON : Language.PLAIN)
                .getFirst();
        for (StyledText.Run run : coloured.runs()) {
            line.add(shown.substring(at, run.end()), run.style().isEmpty() ? "mono" : "mono," + run.style());
            at = run.end();
        }
        return name.length() + shown.length();
    }

    /** Puts the value below its name; values that are JSON are coloured as such. */
    private void below(ToolInput.Field field) {
        rows.line(StyledText.styled(Invisible.visible(field.name()), "field-name"), Look.BODY, false, false);
        String value = field.value();
        rows.code(json(value) ? JsonPretty.of(value) : value, json(value) ? Language.JSON : Language.PLAIN);
    }

    private void difference(String before, String after, String path) {
        List<String> olds = Invisible.visible(before).lines().toList();
        List<String> news = Invisible.visible(after).lines().toList();
        Language language = Language.ofFile(path);
        List<StyledText> oldColours = CodeHighlighter.lines(String.join("\n", olds), language);
        List<StyledText> newColours = CodeHighlighter.lines(String.join("\n", news), language);
        List<LineDiff.Line> lines = LineDiff.of(olds, news);
        for (int i = 0; i < lines.size(); i++) {
            LineDiff.Line line = lines.get(i);
            boolean removed = line.after() == 0;
            boolean added = line.before() == 0;
            StyledText colours = removed ? oldColours.get(line.before() - 1) : newColours.get(line.after() - 1);
            Look look = removed ? Look.REMOVED : added ? Look.ADDED : Look.CODE;
            rows.cut(signed(removed ? "- " : added ? "+ " : "  ", colours), look, i == 0, i == lines.size() - 1);
        }
    }

    private static StyledText signed(String sign, StyledText line) {
        StyledTextBuilder signed = new StyledTextBuilder().add(sign, "code-sign");
        int at = 0;
        for (StyledText.Run run : line.runs()) {
            signed.add(line.text().substring(at, run.end()), run.style());
            at = run.end();
        }
        return signed.take();
    }
}
