package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.model.message.ToolChoice;
import dev.sightglass.engine.upstream.azure.ToolMapper;
import dev.sightglass.engine.upstream.azure.ToolNames;

/** The tools of a request and how they may be called; nothing at all when no tool is left. */
final class ChatToolOptions {
    private static final String PARALLEL = "parallel_tool_calls";

    private ChatToolOptions() {}

    static void write(ChatRequest chat, ToolMapper tools) {
        ToolChoice choice = chat.source().options().toolChoice();
        if (chat.tools().isEmpty()) {
            if (choice != null) chat.notes().dropped("tool_choice", "no tool is left to choose");
            return;
        }
        JsonOut out = chat.out().name("tools").beginArray();
        tools.write(chat.tools(), out, chat.notes());
        out.endArray();
        if (choice == null) return;
        writeChoice(choice, out);
        if (choice.noParallel()) writeNoParallel(chat);
    }

    private static void writeChoice(ToolChoice choice, JsonOut out) {
        out.name("tool_choice");
        switch (choice) {
            case ToolChoice.Auto _ -> out.value("auto");
            case ToolChoice.Any _ -> out.value("required");
            case ToolChoice.None _ -> out.value("none");
            case ToolChoice.Named named -> {
                out.beginObject().field("type", "function").name("function").beginObject();
                out.field("name", ToolNames.sent(named.name())).endObject().endObject();
            }
        }
    }

    private static void writeNoParallel(ChatRequest chat) {
        if (chat.rules().parallelFlag() && chat.learnt().takes(PARALLEL))
            chat.out().field(PARALLEL, false);
        else
            chat.notes()
                    .dropped(
                            "tool_choice.disable_parallel_tool_use",
                            "the deployment's model does not take parallel_tool_calls");
    }
}
