package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.flow.StyledText;
import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.app.inspector.conversation.Item.Content;
import dev.sightglass.engine.detail.ToolInput;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What a block's heading tells at a glance: an icon for its kind, and the one thing to know of it. Any thread. */
final class Headline {
    /** Longer ones stand in the block's lines. */
    private static final int LONGEST = 96;

    private static final List<String> MAIN =
            List.of("file_path", "notebook_path", "pattern", "query", "url", "skill", "description", "subject", "path");

    private Headline() {}

    static Feather icon(Item item) {
        return switch (item.speaker()) {
            case TOOLS -> Feather.TOOL;
            case SYSTEM -> Feather.SLIDERS;
            case USER -> Feather.USER;
            case INJECTED -> Feather.CORNER_DOWN_RIGHT;
            case ASSISTANT -> Feather.MESSAGE_SQUARE;
            case THINKING -> Feather.CLOUD;
            case CALL, RESULT -> ofTool(item.title());
            case ENDING -> Feather.ALERT_TRIANGLE;
        };
    }

    private static Feather ofTool(String name) {
        return switch (name) {
            case "Bash", "BashOutput", "KillShell", "PowerShell" -> Feather.TERMINAL;
            case "Read" -> Feather.FILE_TEXT;
            case "Edit", "MultiEdit", "Write", "NotebookEdit" -> Feather.EDIT_2;
            case "Grep", "Glob", "LS", "ToolSearch" -> Feather.SEARCH;
            case "TodoWrite", "TaskCreate", "TaskUpdate", "TaskList" -> Feather.CHECK_SQUARE;
            case "Task", "Agent" -> Feather.USERS;
            case "WebFetch", "WebSearch" -> Feather.GLOBE;
            default -> name.startsWith("mcp__") ? Feather.BOX : Feather.TOOL;
        };
    }

    /** Empty when nothing stands out, or when it is too long for a heading. */
    static StyledText detail(Item item) {
        return switch (item.content()) {
            case Content.Call(ToolInput input, String _) -> ofCall(input);
            case Content.Result(List<Content> parts, boolean error, String _, String _)
            when !error && parts.size() == 1 && parts.getFirst() instanceof Content.Plain(String words) ->
                brief(words.strip(), "look-quiet");
            case Content.Result _,
                    Content.Markdown _,
                    Content.Plain _,
                    Content.Aside _,
                    Content.Json _,
                    Content.Picture _,
                    Content.Tools _ -> StyledText.plain("");
        };
    }

    private static StyledText ofCall(ToolInput input) {
        return switch (input) {
            case ToolInput.Edit(String path, List<ToolInput.Change> _) -> brief(path, "mono");
            case ToolInput.Write(String path, String _) -> brief(path, "mono");
            case ToolInput.Command(String _, String description) -> brief(description, "look-quiet");
            case ToolInput.Todos(List<ToolInput.Todo> todos) -> progress(todos);
            case ToolInput.Fields(List<ToolInput.Field> fields) -> main(fields);
            case ToolInput.Raw _ -> StyledText.plain("");
        };
    }

    private static StyledText progress(List<ToolInput.Todo> todos) {
        long done =
                todos.stream().filter(todo -> todo.status().equals("completed")).count();
        return brief(text("inspector.conversation.todos", done, todos.size()), "look-quiet");
    }

    private static StyledText main(List<ToolInput.Field> fields) {
        for (String name : MAIN)
            for (ToolInput.Field field : fields)
                if (field.name().equals(name))
                    return brief(field.value(), name.equals("description") ? "look-quiet" : "mono");
        return StyledText.plain("");
    }

    private static StyledText brief(String words, String style) {
        boolean fits = words.length() <= LONGEST && words.indexOf('\n') < 0;
        return fits ? StyledText.styled(Invisible.visible(words), style) : StyledText.plain("");
    }
}
