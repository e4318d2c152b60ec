package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.model.TranslationNote.Action;

/** The arguments of a call in a whole answer: always one JSON object for the client. */
public final class ToolInput {
    private static final String NONE = "{}";

    private ToolInput() {}

    /** The arguments' own text when it is an object; an empty object, with a note, when it is not. */
    public static String object(String arguments, String path, AnswerLog log) {
        if (arguments.isBlank()) return NONE;
        try {
            if (Json.tree(arguments).isObject()) return arguments.strip();
        } catch (MalformedJson _) {
            // told in the note below, as for any other text that is no object
        }
        log.notes.add(Action.REPLACED, path, "input", "cut off or not a JSON object; the client gets an empty one");
        return NONE;
    }
}
