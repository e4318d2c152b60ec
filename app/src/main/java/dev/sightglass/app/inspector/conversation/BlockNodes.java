package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.body.Pictures;
import dev.sightglass.app.control.markdown.MarkdownView;
import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.app.control.text.LineDiff;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.conversation.Item.Content;
import dev.sightglass.engine.detail.ToolInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

/** Makes the nodes of a block's content. Long text is shortened unless the block is opened. */
final class BlockNodes {
    private static final int SHORT = 900;
    private static final int SHORT_LINES = 12;
    private static final int LONGEST = 40_000;
    private static final int DIFF_LINES = 400;

    private final InspectorContext context;
    private boolean shortened;

    BlockNodes(InspectorContext context) {
        this.context = context;
    }

    /** Whether something was left out of what the last call made. */
    boolean shortened() {
        return shortened;
    }

    List<Node> of(Content content, boolean open) {
        shortened = false;
        List<Node> nodes = new ArrayList<>();
        add(nodes, content, open);
        return nodes;
    }

    private void add(List<Node> nodes, Content content, boolean open) {
        switch (content) {
            case Content.Markdown(String words) -> nodes.add(new MarkdownView(cut(words, open), context.links()::open));
            case Content.Plain(String words) -> nodes.add(label(cut(words, open), "block-text"));
            case Content.Picture(String base64) -> nodes.add(picture(base64));
            case Content.Call(ToolInput input, var result) -> {
                addInput(nodes, input, open);
                if (result == null) nodes.add(label(text("inspector.conversation.noResult"), "subtle"));
                else addResult(nodes, result, open);
            }
            case Content.Orphan(var result) -> {
                nodes.add(label(text("inspector.conversation.noCall"), "subtle"));
                addResult(nodes, result, open);
            }
        }
    }

    private void addResult(List<Node> nodes, Item.Result result, boolean open) {
        VBox box = new VBox();
        box.getStyleClass().addAll("tool-result", result.error() ? "failed" : "fine");
        if (result.error()) box.getChildren().add(label(text("inspector.conversation.failed"), "danger"));
        if (result.parts().isEmpty())
            box.getChildren().add(label(text("inspector.conversation.emptyResult"), "subtle"));
        for (Content part : result.parts()) {
            List<Node> inner = new ArrayList<>();
            if (part instanceof Content.Plain(String words)) inner.add(code(cut(words, open)));
            else add(inner, part, open);
            box.getChildren().addAll(inner);
        }
        nodes.add(box);
    }

    private void addInput(List<Node> nodes, ToolInput input, boolean open) {
        switch (input) {
            case ToolInput.Edit(String path, List<ToolInput.Change> changes) -> {
                nodes.add(label(path, "mono"));
                for (ToolInput.Change change : changes) nodes.add(diff(change.before(), change.after(), open));
            }
            case ToolInput.Write(String path, String content) -> {
                nodes.add(label(path, "mono"));
                nodes.add(diff("", content, open));
            }
            case ToolInput.Todos(List<ToolInput.Todo> todos) ->
                todos.forEach(todo -> nodes.add(label(
                        mark(todo.status()) + "  " + todo.content(),
                        "todo-" + todo.status().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "-"))));
            case ToolInput.Command(String command, String description) -> {
                if (!description.isEmpty()) nodes.add(label(description, "muted"));
                nodes.add(code("$ " + cut(command, open)));
            }
            case ToolInput.Fields(List<ToolInput.Field> fields) ->
                fields.forEach(field -> nodes.add(code(field.name() + ": " + cut(field.value(), open))));
            case ToolInput.Raw(String json) -> nodes.add(code(cut(json, open)));
        }
    }

    private static String mark(String status) {
        return switch (status) {
            case "completed" -> "☑";
            case "in_progress" -> "◐";
            default -> "☐";
        };
    }

    private VBox diff(String before, String after, boolean open) {
        List<LineDiff.Line> lines =
                LineDiff.of(before.lines().toList(), after.lines().toList());
        int most = open ? DIFF_LINES : SHORT_LINES;
        if (lines.size() > most) shortened = true;
        VBox box = new VBox();
        box.getStyleClass().add("block-diff");
        for (LineDiff.Line line : lines.subList(0, Math.min(most, lines.size()))) {
            String sign = switch (line.tone()) {
                case ADDED -> "+ ";
                case REMOVED -> "- ";
                case PLAIN, CHANGED, ABSENT -> "  ";
            };
            Label label = label(sign + line.text(), "diff-" + line.tone().name().toLowerCase(Locale.ROOT));
            label.getStyleClass().add("mono");
            label.setMaxWidth(Double.MAX_VALUE);
            box.getChildren().add(label);
        }
        return box;
    }

    private Node picture(String base64) {
        VBox box = new VBox(label(text("inspector.conversation.picture"), "subtle"));
        context.tasks().run(() -> Pictures.load(base64), loaded -> showPicture(box, loaded), _ -> {});
        return box;
    }

    private static void showPicture(VBox box, Pictures.Loaded loaded) {
        box.getChildren().setAll(label(loaded.words(), "subtle"));
        if (loaded.image() == null) return;
        ImageView view = new ImageView(loaded.image());
        view.setPreserveRatio(true);
        if (loaded.image().getHeight() > 240) view.setFitHeight(240);
        view.setAccessibleText(loaded.words());
        box.getChildren().addFirst(view);
    }

    private String cut(String words, boolean open) {
        int most = open ? LONGEST : SHORT;
        int end = Math.min(words.length(), most);
        if (!open) {
            int line = -1;
            for (int i = 0; i < SHORT_LINES && line < end; i++) {
                int next = words.indexOf('\n', line + 1);
                if (next < 0) break;
                line = next;
                if (i == SHORT_LINES - 1) end = Math.min(end, line);
            }
        }
        if (end >= words.length()) return words;
        shortened = true;
        return words.substring(0, end) + "…";
    }

    private static Label code(String words) {
        Label label = label(words, "md-code");
        label.getStyleClass().add("mono");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Label label(String words, String style) {
        Label label = new Label(Invisible.visible(words));
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
