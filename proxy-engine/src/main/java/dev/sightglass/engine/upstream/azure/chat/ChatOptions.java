package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.codec.messages.RequestOptions;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.upstream.azure.EffortMapper;
import dev.sightglass.engine.upstream.azure.FamilyRules;
import dev.sightglass.engine.upstream.azure.Notes;
import dev.sightglass.engine.upstream.azure.OutputFormat;
import dev.sightglass.engine.upstream.azure.TokenLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a request beside its messages and tools. */
final class ChatOptions {
    private static final int MAX_STOPS = 4;
    private static final String EFFORT = "reasoning_effort";

    private ChatOptions() {}

    static void write(ChatRequest chat) {
        writeTokenLimit(chat);
        String effort = effort(chat);
        if (effort != null) chat.out().field(EFFORT, effort);
        writeSampling(chat, effort);
        writeStop(chat, effort);
        writeFormat(chat);
        if (chat.source().stream()) writeStream(chat);
        if (chat.source().options().userId() != null)
            chat.notes().dropped("metadata.user_id", "too long for Azure, and no business of the model");
    }

    private static void writeTokenLimit(ChatRequest chat) {
        String learnt = chat.learnt().tokenLimit();
        String name = learnt == null ? chat.rules().tokenLimit() : learnt;
        Integer limit = TokenLimit.of(chat.source().maxTokens(), chat.deployment(), chat.learnt(), name, chat.notes());
        if (limit == null) return;
        chat.out().field(name, limit);
        if (!name.equals("max_tokens"))
            chat.notes().add(Action.RENAMED, "max_tokens", name, "the name that the model family takes");
    }

    private static @Nullable String effort(ChatRequest chat) {
        Notes notes = chat.notes();
        String effort = EffortMapper.effort(chat.source().options(), chat.rules(), EFFORT, notes);
        if (!chat.learnt().takes(EFFORT)) {
            if (effort != null)
                notes.add(Action.DROPPED, "output_config.effort", null, "refused by the deployment before");
            return null;
        }
        if (chat.tools().isEmpty()) return effort;
        return switch (chat.rules().effortWithTools()) {
            case ANY -> effort;
            case ABSENT -> {
                if (effort != null && !effort.equals("none"))
                    notes.dropped("output_config.effort", "Chat Completions takes none beside tools for this family");
                yield null;
            }
            case MUST_BE_NONE -> {
                notes.add(
                        effort == null ? Action.INVENTED : Action.REPLACED,
                        "output_config.effort",
                        EFFORT,
                        "beside tools Chat Completions takes none but \"none\" for this family; Responses would take more");
                yield "none";
            }
        };
    }

    private static void writeSampling(ChatRequest chat, @Nullable String effort) {
        RequestOptions options = chat.source().options();
        boolean taken = chat.rules().takesSampling(effort);
        writeNumber("temperature", options.temperature(), taken, chat);
        writeNumber("top_p", options.topP(), taken, chat);
        if (options.topK() != null) chat.notes().dropped("top_k", "Azure's OpenAI models have no such setting");
    }

    private static void writeNumber(String name, @Nullable String number, boolean taken, ChatRequest chat) {
        if (number == null) return;
        if (taken && chat.learnt().takes(name)) chat.out().name(name).raw(number);
        else chat.notes().dropped(name, "the deployment's model takes only its default");
    }

    private static void writeStop(ChatRequest chat, @Nullable String effort) {
        List<String> stops = chat.source().options().stopSequences();
        if (stops.isEmpty()) return;
        FamilyRules rules = chat.rules();
        boolean taken = rules.stop() && (rules.sampling() == FamilyRules.Sampling.ALWAYS || "none".equals(effort));
        if (!taken || !chat.learnt().takes("stop")) {
            chat.notes().dropped("stop_sequences", "the deployment's model takes none");
            return;
        }
        JsonOut out = chat.out().name("stop").beginArray();
        stops.stream().limit(MAX_STOPS).forEach(out::value);
        out.endArray();
        if (stops.size() > MAX_STOPS)
            chat.notes().add(Action.CLAMPED, "stop_sequences", "stop", "Azure takes four; the first four are sent");
    }

    private static void writeFormat(ChatRequest chat) {
        OutputFormat format = OutputFormat.of(chat.source().options().outputFormat(), "response_format", chat.notes());
        if (format == null) return;
        JsonOut out = chat.out().name("response_format").beginObject().field("type", "json_schema");
        format.writeFields(out.name("json_schema").beginObject());
        out.endObject().endObject();
    }

    private static void writeStream(ChatRequest chat) {
        chat.out().field("stream", true);
        if (chat.learnt().takes("stream_options"))
            chat.out()
                    .name("stream_options")
                    .beginObject()
                    .field("include_usage", true)
                    .endObject();
    }
}
