package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.api.Ids;
import dev.sightglass.simulator.check.ContentFilterVerdicts;
import dev.sightglass.simulator.stream.EventKind;
import dev.sightglass.simulator.stream.StreamStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the single chunks of one stream; the members come in the order in which Azure is seen to send them. */
final class ChatChunks {
    static final String FINGERPRINT = "fp_5165ffdf03";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Answer answer;
    private final boolean usageAsked;
    private final boolean obfuscated;

    ChatChunks(Answer answer) {
        this.answer = answer;
        JsonNode options = answer.request().body().path("stream_options");
        usageAsked = options.path("include_usage").asBoolean(false);
        obfuscated = options.path("include_obfuscation").asBoolean(true);
    }

    boolean usageAsked() {
        return usageAsked;
    }

    /** The first chunk: no choices, no id, only the verdict on the prompt. */
    StreamStep promptFilter() {
        ObjectNode chunk = JSON.objectNode();
        chunk.putArray("choices");
        chunk.put("created", 0).put("id", "").put("model", "").put("object", "");
        chunk.putArray("prompt_filter_results")
                .addObject()
                .put("prompt_index", 0)
                .set("content_filter_results", ContentFilterVerdicts.safePrompt());
        return StreamStep.chunk(EventKind.PREAMBLE, chunk);
    }

    StreamStep delta(EventKind kind, ObjectNode delta) {
        boolean annotated =
                kind == EventKind.TEXT && !answer.request().deployment().asynchronousFilter();
        ObjectNode verdicts = annotated ? ContentFilterVerdicts.safe() : JSON.objectNode();
        return choice(kind, delta, null, verdicts);
    }

    StreamStep finish(ObjectNode delta, String reason, ObjectNode verdicts) {
        return choice(EventKind.FINISH, delta, reason, verdicts);
    }

    /** A verdict of the asynchronous filter: a choice without delta in a chunk without id and model. */
    StreamStep asynchronousVerdict(ObjectNode verdicts, int checkedUpTo, int end, @Nullable String finishReason) {
        ObjectNode chunk = JSON.objectNode();
        ObjectNode choice = chunk.putArray("choices").addObject();
        choice.putObject("content_filter_offsets")
                .put("check_offset", checkedUpTo)
                .put("start_offset", checkedUpTo)
                .put("end_offset", end);
        choice.set("content_filter_results", verdicts);
        choice.put("finish_reason", finishReason).put("index", 0);
        chunk.put("created", 0).put("id", "").put("model", "").put("object", "");
        return StreamStep.chunk(finishReason == null ? EventKind.FILTER : EventKind.FINISH, chunk);
    }

    StreamStep usage() {
        ObjectNode chunk = JSON.objectNode();
        chunk.putArray("choices");
        identify(chunk);
        chunk.set("usage", ChatUsage.of(answer.usage()));
        return StreamStep.chunk(EventKind.USAGE, chunk);
    }

    private StreamStep choice(EventKind kind, ObjectNode delta, @Nullable String reason, ObjectNode verdicts) {
        ObjectNode chunk = JSON.objectNode();
        ObjectNode choice = chunk.putArray("choices").addObject();
        choice.set("content_filter_results", verdicts);
        choice.set("delta", delta);
        choice.put("finish_reason", reason).put("index", 0).putNull("logprobs");
        identify(chunk);
        if (usageAsked) {
            chunk.putNull("usage");
        }
        return StreamStep.chunk(kind, chunk);
    }

    private void identify(ObjectNode chunk) {
        chunk.put("created", answer.createdAtSeconds())
                .put("id", "chatcmpl-" + answer.id())
                .put("model", answer.request().deployment().reportedModel());
        if (obfuscated) {
            chunk.put("obfuscation", Ids.random(1 + Math.floorMod(answer.id().hashCode(), 12)));
        }
        chunk.put("object", "chat.completion.chunk").put("system_fingerprint", FINGERPRINT);
    }
}
