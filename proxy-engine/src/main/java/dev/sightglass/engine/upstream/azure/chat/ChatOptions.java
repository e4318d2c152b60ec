package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.upstream.azure.EffortMapper;
import dev.sightglass.engine.upstream.azure.FamilyRules;
import dev.sightglass.engine.upstream.azure.Notes;
import dev.sightglass.engine.upstream.azure.OutputFormat;
import dev.sightglass.engine.upstream.azure.RequestDraft;
import dev.sightglass.engine.upstream.azure.SamplingOptions;
import dev.sightglass.engine.upstream.azure.TokenLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a request beside its messages and tools. */
final class ChatOptions {
    private static final int MAX_STOPS = 4;
    private static final String EFFORT = "reasoning_effort";

    private ChatOptions() {}

    static void write(RequestDraft draft) {
        writeTokenLimit(draft);
        String effort = effort(draft);
        if (effort != null) draft.out().field(EFFORT, effort);
        SamplingOptions.write(draft, effort);
        writeStop(draft, effort);
        writeFormat(draft);
        if (draft.source().stream()) writeStream(draft);
        if (draft.source().options().userId() != null)
            draft.notes().dropped("metadata.user_id", "too long for Azure, and no business of the model");
    }

    private static void writeTokenLimit(RequestDraft draft) {
        String learnt = draft.learnt().tokenLimit();
        String name = learnt == null ? draft.rules().tokenLimit() : learnt;
        Integer limit =
                TokenLimit.of(draft.source().maxTokens(), draft.deployment(), draft.learnt(), name, draft.notes());
        if (limit == null) return;
        draft.out().field(name, limit);
        if (!name.equals("max_tokens"))
            draft.notes().add(Action.RENAMED, "max_tokens", name, "the name that the model family takes");
    }

    private static @Nullable String effort(RequestDraft draft) {
        Notes notes = draft.notes();
        String effort = EffortMapper.effort(draft.source().options(), draft.rules(), EFFORT, notes);
        if (!draft.learnt().takes(EFFORT)) {
            if (effort != null)
                notes.add(Action.DROPPED, "output_config.effort", null, "refused by the deployment before");
            return null;
        }
        if (draft.tools().isEmpty()) return effort;
        return switch (draft.rules().effortWithTools()) {
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

    private static void writeStop(RequestDraft draft, @Nullable String effort) {
        List<String> stops = draft.source().options().stopSequences();
        if (stops.isEmpty()) return;
        FamilyRules rules = draft.rules();
        boolean taken = rules.stop() && (rules.sampling() == FamilyRules.Sampling.ALWAYS || "none".equals(effort));
        if (!taken || !draft.learnt().takes("stop")) {
            draft.notes().dropped("stop_sequences", "the deployment's model takes none");
            return;
        }
        JsonOut out = draft.out().name("stop").beginArray();
        stops.stream().limit(MAX_STOPS).forEach(out::value);
        out.endArray();
        if (stops.size() > MAX_STOPS)
            draft.notes().add(Action.CLAMPED, "stop_sequences", "stop", "Azure takes four; the first four are sent");
    }

    private static void writeFormat(RequestDraft draft) {
        OutputFormat format =
                OutputFormat.of(draft.source().options().outputFormat(), "response_format", draft.notes());
        if (format == null) return;
        JsonOut out = draft.out().name("response_format").beginObject().field("type", "json_schema");
        format.writeFields(out.name("json_schema").beginObject());
        out.endObject().endObject();
    }

    private static void writeStream(RequestDraft draft) {
        draft.out().field("stream", true);
        if (draft.learnt().takes("stream_options"))
            draft.out()
                    .name("stream_options")
                    .beginObject()
                    .field("include_usage", true)
                    .endObject();
    }
}
