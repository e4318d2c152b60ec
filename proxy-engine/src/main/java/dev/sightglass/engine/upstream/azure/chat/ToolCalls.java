package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.messages.MessageStreamWriter;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.upstream.azure.AnswerLog;
import dev.sightglass.engine.upstream.azure.CallIds;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tool calls of a streamed answer. The first one is relayed as it comes; others, which may come between its pieces, wait
 * until the answer ends, since blocks of the Messages API never overlap. One thread.
 */
final class ToolCalls {
    private final SortedMap<Integer, Call> calls = new TreeMap<>();
    private final Map<String, String> names;
    private final MessageStreamWriter writer;
    private final AnswerLog log;
    private @Nullable Call live;

    private static final class Call {
        String id = "";
        String name = "";
        final StringBuilder waiting = new StringBuilder();
        boolean written;

        boolean ready() {
            return !id.isEmpty() && !name.isEmpty();
        }
    }

    /** @param names the client's names by those sent, where they differ */
    ToolCalls(Map<String, String> names, MessageStreamWriter writer, AnswerLog log) {
        this.names = names;
        this.writer = writer;
        this.log = log;
    }

    boolean any() {
        return !calls.isEmpty();
    }

    /** Takes one entry of {@code delta.tool_calls}. Id and name are set, arguments grow. */
    void add(JsonNode entry) {
        Call call = calls.computeIfAbsent(index(entry), _ -> new Call());
        JsonNode function = entry.path("function");
        String id = entry.path("id").asString("");
        String name = function.path("name").asString("");
        if (!call.written && !id.isEmpty()) call.id = id;
        if (!call.written && !name.isEmpty()) call.name = name;
        call.waiting.append(ChatFields.arguments(function));
        if (live == null) live = call;
        if (live == call && call.ready()) write(call);
    }

    /** Writes all that has waited. */
    void finish(String seed) {
        for (Map.Entry<Integer, Call> entry : calls.entrySet()) {
            Call call = entry.getValue();
            if (call.written && call != live) continue;
            if (call.name.isEmpty()) {
                log.notes.dropped(
                        "choices[0].delta.tool_calls[" + entry.getKey() + "]", "a call without a tool's name");
                continue;
            }
            if (call.id.isEmpty()) inventId(call, seed, entry.getKey());
            write(call);
        }
        writer.closeBlock();
    }

    private void inventId(Call call, String seed, int index) {
        call.id = CallIds.invented(seed + "/" + index);
        log.notes.add(
                Action.INVENTED, "choices[0].delta.tool_calls[" + index + "].id", call.id, "Azure gave the call no id");
    }

    private void write(Call call) {
        if (!call.written) {
            call.written = true;
            String name = names.getOrDefault(call.name, call.name);
            log.toolCalled(name);
            writer.toolStart(call.id, name);
        }
        if (call.waiting.isEmpty()) return;
        writer.toolInput(call.waiting.toString());
        call.waiting.setLength(0);
    }

    /** The entry's index; where it is missing, a new id begins a new call and anything else goes on with the last. */
    private int index(JsonNode entry) {
        JsonNode index = entry.path("index");
        if (index.isIntegralNumber()) return index.asInt();
        if (calls.isEmpty()) return 0;
        return entry.path("id").asString("").isEmpty() ? calls.lastKey() : calls.lastKey() + 1;
    }
}
