package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.message.Tool;
import org.jspecify.annotations.Nullable;

/**
 * Tools that the Messages API defines but the client runs. Azure's models do not know them, so they get a description and a
 * schema written out after their documentation.
 */
final class ClientTools {
    private static final String BASH = """
            {"type":"object","properties":{"command":{"type":"string","description":"The command to run."},\
            "restart":{"type":"boolean","description":"Restart the shell instead of running a command."}}}""";
    private static final String EDITOR = """
            {"type":"object","properties":{"command":{"type":"string",\
            "enum":["view","create","str_replace","insert","undo_edit"]},\
            "path":{"type":"string","description":"The file or directory."},\
            "view_range":{"type":"array","items":{"type":"integer"},"description":"First and last line to view."},\
            "file_text":{"type":"string","description":"Content of the file to create."},\
            "old_str":{"type":"string","description":"Text to replace; must occur exactly once."},\
            "new_str":{"type":"string","description":"Text to put in its place, or to insert."},\
            "insert_line":{"type":"integer","description":"Line after which to insert."},\
            "insert_text":{"type":"string","description":"Text to insert."}},"required":["command","path"]}""";
    private static final String MEMORY = """
            {"type":"object","properties":{"command":{"type":"string",\
            "enum":["view","create","str_replace","insert","delete","rename"]},\
            "path":{"type":"string","description":"A path below /memories."},\
            "view_range":{"type":"array","items":{"type":"integer"}},"file_text":{"type":"string"},\
            "old_str":{"type":"string"},"new_str":{"type":"string"},"insert_line":{"type":"integer"},\
            "insert_text":{"type":"string"},"old_path":{"type":"string"},"new_path":{"type":"string"}},\
            "required":["command"]}""";
    private static final String COMPUTER = """
            {"type":"object","properties":{"action":{"type":"string","description":"key, type, mouse_move, left_click,\
             left_click_drag, right_click, middle_click, double_click, triple_click, scroll, wait, screenshot, ..."},\
            "coordinate":{"type":"array","items":{"type":"integer"},"description":"x and y in pixels."},\
            "start_coordinate":{"type":"array","items":{"type":"integer"}},"text":{"type":"string"},\
            "scroll_direction":{"type":"string","enum":["up","down","left","right"]},\
            "scroll_amount":{"type":"integer"},"duration":{"type":"number"}},"required":["action"]}""";

    private ClientTools() {}

    static boolean knows(Tool tool) {
        return schema(tool) != null;
    }

    static @Nullable String schema(Tool tool) {
        String type = String.valueOf(tool.type());
        if (type.startsWith("bash_")) return BASH;
        if (type.startsWith("text_editor_")) return EDITOR;
        if (type.startsWith("memory_")) return MEMORY;
        if (type.startsWith("computer_")) return COMPUTER;
        return null;
    }

    static String description(Tool tool) {
        String type = String.valueOf(tool.type());
        if (type.startsWith("bash_")) return "Runs commands in a shell that keeps its state between calls.";
        if (type.startsWith("text_editor_")) return "Views, creates and edits text files.";
        if (type.startsWith("memory_")) return "Keeps notes in files below /memories from one session to the next.";
        return "Operates a computer's screen, mouse and keyboard; a screenshot shows the result.";
    }
}
