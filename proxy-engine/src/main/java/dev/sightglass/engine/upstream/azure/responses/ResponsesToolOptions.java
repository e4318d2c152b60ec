package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.model.message.ToolChoice;
import dev.sightglass.engine.upstream.azure.ToolMapper;
import dev.sightglass.engine.upstream.azure.ToolNames;

/** The tools of a request and how they may be called; nothing at all when no tool is left. */
final class ResponsesToolOptions {
    private static final String PARALLEL = "parallel_tool_calls";

    private ResponsesToolOptions() {}

    static void write(ResponsesRequest responses, ToolMapper tools) {
        ToolChoice choice = responses.source().options().toolChoice();
        if (responses.tools().isEmpty()) {
            if (choice != null) responses.notes().dropped("tool_choice", "no tool is left to choose");
            return;
        }
        JsonOut out = responses.out().name("tools").beginArray();
        tools.write(responses.tools(), out, responses.notes());
        out.endArray();
        if (choice == null) return;
        writeChoice(choice, out);
        if (choice.noParallel()) writeNoParallel(responses);
    }

    private static void writeChoice(ToolChoice choice, JsonOut out) {
        out.name("tool_choice");
        switch (choice) {
            case ToolChoice.Auto _ -> out.value("auto");
            case ToolChoice.Any _ -> out.value("required");
            case ToolChoice.None _ -> out.value("none");
            case ToolChoice.Named named ->
                out.beginObject()
                        .field("type", "function")
                        .field("name", ToolNames.sent(named.name()))
                        .endObject();
        }
    }

    private static void writeNoParallel(ResponsesRequest responses) {
        if (responses.rules().parallelFlag() && responses.learnt().takes(PARALLEL))
            responses.out().field(PARALLEL, false);
        else
            responses
                    .notes()
                    .dropped(
                            "tool_choice.disable_parallel_tool_use",
                            "the deployment's model does not take parallel_tool_calls");
    }
}
