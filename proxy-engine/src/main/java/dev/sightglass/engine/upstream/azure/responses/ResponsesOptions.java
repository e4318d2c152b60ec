package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.codec.messages.RequestOptions;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.message.ThinkingMode;
import dev.sightglass.engine.upstream.azure.EffortMapper;
import dev.sightglass.engine.upstream.azure.Hashes;
import dev.sightglass.engine.upstream.azure.OutputFormat;
import dev.sightglass.engine.upstream.azure.RequestDraft;
import dev.sightglass.engine.upstream.azure.SamplingOptions;
import dev.sightglass.engine.upstream.azure.TokenLimit;
import org.jspecify.annotations.Nullable;

/** The options of a request beside its input and tools. */
final class ResponsesOptions {
    private static final int MIN_OUTPUT = 16;
    private static final String LIMIT = "max_output_tokens";
    private static final String EFFORT = "reasoning.effort";
    private static final int CACHE_KEY_DIGITS = 32;

    private ResponsesOptions() {}

    static void write(RequestDraft draft) {
        writeTokenLimit(draft);
        String effort = writeReasoning(draft);
        SamplingOptions.write(draft, effort);
        if (!draft.source().options().stopSequences().isEmpty())
            draft.notes().dropped("stop_sequences", "the Responses API takes none");
        writeFormat(draft);
        if (draft.source().stream()) draft.out().field("stream", true);
        draft.out().field("store", false);
        writeSession(draft);
    }

    private static void writeTokenLimit(RequestDraft draft) {
        Integer limit =
                TokenLimit.of(draft.source().maxTokens(), draft.deployment(), draft.learnt(), LIMIT, draft.notes());
        if (limit == null) return;
        draft.notes().add(Action.RENAMED, "max_tokens", LIMIT, "the name in the Responses API");
        if (limit < MIN_OUTPUT)
            draft.notes().add(Action.CLAMPED, "max_tokens", LIMIT, "Azure takes no less than " + MIN_OUTPUT);
        draft.out().field(LIMIT, Math.max(MIN_OUTPUT, limit));
    }

    private static @Nullable String writeReasoning(RequestDraft draft) {
        RequestOptions options = draft.source().options();
        String effort = EffortMapper.effort(options, draft.rules(), EFFORT, draft.notes());
        if (!draft.rules().reasons()) return null;
        if (!draft.learnt().takes("reasoning")) {
            if (effort != null) draft.notes().dropped("output_config.effort", "refused by the deployment before");
            return null;
        }
        boolean summary = wantsSummary(options.thinking()) && draft.learnt().takes("reasoning.summary");
        JsonOut out = draft.out();
        if (effort != null || summary) {
            out.name("reasoning").beginObject();
            if (effort != null) out.field("effort", effort);
            if (summary) out.field("summary", "auto");
            out.endObject();
        }
        out.name("include").beginArray().value("reasoning.encrypted_content").endArray();
        return effort;
    }

    private static boolean wantsSummary(@Nullable ThinkingMode thinking) {
        return switch (thinking) {
            case ThinkingMode.Enabled enabled -> enabled.shown();
            case ThinkingMode.Adaptive adaptive -> adaptive.shown();
            case ThinkingMode.Disabled _, ThinkingMode.Unknown _ -> false;
            case null -> false;
        };
    }

    private static void writeFormat(RequestDraft draft) {
        OutputFormat format = OutputFormat.of(draft.source().options().outputFormat(), "text.format", draft.notes());
        if (format == null) return;
        JsonOut out = draft.out().name("text").beginObject().name("format").beginObject();
        format.writeFields(out.field("type", "json_schema"));
        out.endObject().endObject();
    }

    private static void writeSession(RequestDraft draft) {
        if (draft.source().options().userId() == null) return;
        String session = draft.source().sessionId();
        if (session == null || !draft.learnt().takes("prompt_cache_key")) {
            draft.notes().dropped("metadata.user_id", "too long for Azure, and no business of the model");
            return;
        }
        draft.out().field("prompt_cache_key", Hashes.hex(session, CACHE_KEY_DIGITS));
        draft.notes()
                .add(
                        Action.REPLACED,
                        "metadata.user_id",
                        "prompt_cache_key",
                        "only a hash of the session is sent, so that Azure finds its prompt cache");
    }
}
