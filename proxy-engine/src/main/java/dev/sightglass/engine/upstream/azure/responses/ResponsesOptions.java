package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.codec.messages.RequestOptions;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.message.ThinkingMode;
import dev.sightglass.engine.upstream.azure.EffortMapper;
import dev.sightglass.engine.upstream.azure.Hashes;
import dev.sightglass.engine.upstream.azure.OutputFormat;
import dev.sightglass.engine.upstream.azure.TokenLimit;
import org.jspecify.annotations.Nullable;

/** The options of a request beside its input and tools. */
final class ResponsesOptions {
    private static final int MIN_OUTPUT = 16;
    private static final String LIMIT = "max_output_tokens";
    private static final String EFFORT = "reasoning.effort";
    private static final int CACHE_KEY_DIGITS = 32;

    private ResponsesOptions() {}

    static void write(ResponsesRequest responses) {
        writeTokenLimit(responses);
        String effort = writeReasoning(responses);
        writeSampling(responses, effort);
        if (!responses.source().options().stopSequences().isEmpty())
            responses.notes().dropped("stop_sequences", "the Responses API takes none");
        writeFormat(responses);
        if (responses.source().stream()) responses.out().field("stream", true);
        responses.out().field("store", false);
        writeSession(responses);
    }

    private static void writeTokenLimit(ResponsesRequest responses) {
        Integer limit = TokenLimit.of(
                responses.source().maxTokens(), responses.deployment(), responses.learnt(), LIMIT, responses.notes());
        if (limit == null) return;
        responses.notes().add(Action.RENAMED, "max_tokens", LIMIT, "the name in the Responses API");
        if (limit < MIN_OUTPUT)
            responses.notes().add(Action.CLAMPED, "max_tokens", LIMIT, "Azure takes no less than " + MIN_OUTPUT);
        responses.out().field(LIMIT, Math.max(MIN_OUTPUT, limit));
    }

    private static @Nullable String writeReasoning(ResponsesRequest responses) {
        RequestOptions options = responses.source().options();
        String effort = EffortMapper.effort(options, responses.rules(), EFFORT, responses.notes());
        if (!responses.rules().reasons()) return null;
        if (!responses.learnt().takes("reasoning")) {
            if (effort != null) responses.notes().dropped("output_config.effort", "refused by the deployment before");
            return null;
        }
        boolean summary = wantsSummary(options.thinking()) && responses.learnt().takes("reasoning.summary");
        JsonOut out = responses.out();
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

    private static void writeSampling(ResponsesRequest responses, @Nullable String effort) {
        RequestOptions options = responses.source().options();
        boolean taken = responses.rules().takesSampling(effort);
        writeNumber("temperature", options.temperature(), taken, responses);
        writeNumber("top_p", options.topP(), taken, responses);
        if (options.topK() != null) responses.notes().dropped("top_k", "Azure's OpenAI models have no such setting");
    }

    private static void writeNumber(String name, @Nullable String number, boolean taken, ResponsesRequest responses) {
        if (number == null) return;
        if (taken && responses.learnt().takes(name)) responses.out().name(name).raw(number);
        else responses.notes().dropped(name, "the deployment's model takes only its default");
    }

    private static void writeFormat(ResponsesRequest responses) {
        OutputFormat format =
                OutputFormat.of(responses.source().options().outputFormat(), "text.format", responses.notes());
        if (format == null) return;
        JsonOut out = responses.out().name("text").beginObject().name("format").beginObject();
        format.writeFields(out.field("type", "json_schema"));
        out.endObject().endObject();
    }

    private static void writeSession(ResponsesRequest responses) {
        if (responses.source().options().userId() == null) return;
        String session = responses.source().sessionId();
        if (session == null || !responses.learnt().takes("prompt_cache_key")) {
            responses.notes().dropped("metadata.user_id", "too long for Azure, and no business of the model");
            return;
        }
        responses.out().field("prompt_cache_key", Hashes.hex(session, CACHE_KEY_DIGITS));
        responses
                .notes()
                .add(
                        Action.REPLACED,
                        "metadata.user_id",
                        "prompt_cache_key",
                        "only a hash of the session is sent, so that Azure finds its prompt cache");
    }
}
