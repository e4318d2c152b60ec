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

/** Lays the arguments of a tool call out: changes of files as coloured differences, lists as lists, the rest as fields. */
final class ToolInputRows {
    private final BlockRows rows;

    ToolInputRows(BlockRows rows) {
        this.rows = rows;
    }

    void add(ToolInput input) {
        switch (input) {
            case ToolInput.Edit(String path, List<ToolInput.Change> changes) -> {
                path(path);
                for (ToolInput.Change change : changes) difference(change.before(), change.after(), path);
            }
            case ToolInput.Write(String path, String content) -> {
                path(path);
                difference("", content, path);
            }
            case ToolInput.Todos(List<ToolInput.Todo> todos) -> todos.forEach(this::todo);
            case ToolInput.Command(String command, String description) -> {
                if (!description.isEmpty()) rows.label(description);
                rows.code("$ " + command, Language.SHELL);
            }
            case ToolInput.Fields(List<ToolInput.Field> fields) -> {
                if (fields.isEmpty()) rows.label(text("inspector.conversation.noArguments"));
                fields.forEach(this::field);
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
            case "completed" -> "✓";
            case "in_progress" -> "▸";
            default -> "○";
        };
        rows.marked(mark, StyledText.styled(Invisible.visible(todo.content()), style), Look.BODY);
    }

    /** A short value beside its name, a long one below it; values that are JSON are coloured as such. */
    private void field(ToolInput.Field field) {
        String value = field.value();
        boolean json = value.startsWith("{") || value.startsWith("[");
        if (value.length() < 200 && value.indexOf('\n') < 0) {
            StyledTextBuilder line = new StyledTextBuilder().add(Invisible.visible(field.name()) + "  ", "field-name");
            String shown = Invisible.visible(value);
            int at = 0;
            StyledText coloured = CodeHighlighter.lines(shown, json ? Language.JSON : Language.PLAIN)
                    .getFirst();
            for (StyledText.Run run : coloured.runs()) {
                line.add(shown.substring(at, run.end()), run.style().isEmpty() ? "mono" : "mono," + run.style());
                at = run.end();
            }
            rows.cut(line.take(), Look.BODY, false, false);
        } else {
            rows.line(StyledText.styled(Invisible.visible(field.name()), "field-name"), Look.BODY, false, false);
            rows.code(json ? JsonPretty.of(value) : value, json ? Language.JSON : Language.PLAIN);
        }
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
