package dev.sightglass.simulator.check;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Azure's content filter results, for prompts and for completions. */
public final class ContentFilterVerdicts {
    private static final List<String> CATEGORIES = List.of("hate", "self_harm", "sexual", "violence");

    private ContentFilterVerdicts() {}

    /** Nothing found in the text of an answer. */
    public static ObjectNode safe() {
        ObjectNode verdicts = JsonNodeFactory.instance.objectNode();
        CATEGORIES.forEach(
                category -> verdicts.putObject(category).put("filtered", false).put("severity", "safe"));
        return verdicts;
    }

    /** Nothing found in a prompt, which is also searched for attempts to break out. */
    public static ObjectNode safePrompt() {
        ObjectNode verdicts = safe();
        verdicts.putObject("jailbreak").put("filtered", false).put("detected", false);
        return verdicts;
    }

    /** The category {@code violence} was found and blocked. */
    public static ObjectNode blocked() {
        ObjectNode verdicts = safe();
        verdicts.putObject("violence").put("filtered", true).put("severity", "medium");
        return verdicts;
    }
}
