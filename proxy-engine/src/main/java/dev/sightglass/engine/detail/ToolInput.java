package dev.sightglass.engine.detail;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A tool use's arguments, understood for the tools that Claude Code brings along. */
public sealed interface ToolInput {
    /** Text replaced in a file. */
    record Edit(String path, List<Change> changes) implements ToolInput {}

    /** One replacement. */
    record Change(String before, String after) {}

    /** A file written anew. */
    record Write(String path, String content) implements ToolInput {}

    /** A list of things to do. */
    record Todos(List<Todo> todos) implements ToolInput {}

    /** @param status {@code pending}, {@code in_progress}, {@code completed} */
    record Todo(String content, String status) {}

    /** A shell command. */
    record Command(String command, String description) implements ToolInput {}

    /** The arguments of any other tool; strings without their quotes, the rest as JSON. */
    record Fields(List<Field> fields) implements ToolInput {}

    /** One argument. */
    record Field(String name, String value) {}

    /** Arguments that are no JSON object, as received. */
    record Raw(String json) implements ToolInput {}

    /** Reads the arguments of a call of this tool. */
    static ToolInput of(String tool, String json) {
        try {
            JsonNode input = Json.tree(json);
            if (!input.isObject()) return new Raw(json);
            return switch (tool) {
                case "Edit" -> new Edit(text(input, "file_path"), List.of(change(input)));
                case "MultiEdit" -> new Edit(text(input, "file_path"), changes(input.path("edits")));
                case "Write" -> new Write(text(input, "file_path"), text(input, "content"));
                case "TodoWrite" -> input.path("todos").isArray() ? todos(input.path("todos")) : fields(input);
                case "Bash" -> new Command(text(input, "command"), text(input, "description"));
                default -> fields(input);
            };
        } catch (MalformedJson broken) {
            return new Raw(json);
        }
    }

    private static Change change(JsonNode edit) {
        return new Change(text(edit, "old_string"), text(edit, "new_string"));
    }

    private static List<Change> changes(JsonNode edits) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode edit : edits) changes.add(change(edit));
        return List.copyOf(changes);
    }

    private static ToolInput todos(JsonNode list) {
        List<Todo> todos = new ArrayList<>();
        for (JsonNode one : list) todos.add(new Todo(text(one, "content"), text(one, "status")));
        return new Todos(List.copyOf(todos));
    }

    private static ToolInput fields(JsonNode input) {
        return new Fields(input.properties().stream()
                .map(field -> new Field(field.getKey(), value(field.getValue())))
                .toList());
    }

    private static String value(JsonNode value) {
        return value.isString() ? value.asString() : Json.write(value);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
