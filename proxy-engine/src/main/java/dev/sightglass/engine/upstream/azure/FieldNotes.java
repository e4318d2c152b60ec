package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.message.OtherField;
import java.util.List;

/** Notes on fields that have no counterpart on Azure's OpenAI APIs, with the reason for the known ones. */
public final class FieldNotes {
    private FieldNotes() {}

    /** Notes each field as dropped. {@code prefix} ends with a dot, or is empty. */
    public static void dropped(String prefix, List<OtherField> fields, Notes notes) {
        for (OtherField field : fields) notes.dropped(prefix + field.name(), reason(field.name()));
    }

    static String reason(String name) {
        return switch (name) {
            case "cache_control" -> "Azure caches prompts by itself and takes no marks for it";
            case "citations" -> "Azure's models make no citations of this kind";
            case "caller", "toolset_name", "allowed_callers" -> "tools are only called directly on Azure";
            case "transformations" -> "no counterpart on Azure";
            case "defer_loading" -> "Azure loads every tool at once; the client has chosen the tools already";
            case "eager_input_streaming" -> "Azure always streams arguments as they are made";
            case "input_examples" -> "Azure's tool definitions have no place for examples";
            case "context_management" -> "Azure does not edit the context; the client manages it";
            case "service_tier" -> "the tier is a property of the Azure deployment";
            case "container", "mcp_servers" -> "Azure's model cannot reach it";
            case "clear_at", "output_config" -> "no counterpart for single messages on Azure";
            case "output_config.task_budget" -> "Azure takes no budget for a task";
            default -> "no counterpart on Azure, which refuses arguments that it does not know";
        };
    }
}
