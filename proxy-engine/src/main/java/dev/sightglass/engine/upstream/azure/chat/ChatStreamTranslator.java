package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.upstream.azure.AnswerLog;
import dev.sightglass.engine.upstream.azure.LateText;
import dev.sightglass.engine.upstream.azure.TranslatedStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A streamed answer of Chat Completions as Messages API events. */
final class ChatStreamTranslator extends TranslatedStream {
    private final ToolCalls calls;
    private final LateText late = new LateText();
    private boolean refused;

    ChatStreamTranslator(MessagesRequest request, Map<String, String> names, AnswerLog log) {
        super(request, log);
        calls = new ToolCalls(names, writer, log);
    }

    @Override
    protected void done() {
        if (log.finish() != null) complete();
        else end.cut("the upstream said it was done without a finish reason");
    }

    @Override
    protected void ended(@Nullable String failure) {
        if (log.finish() != null) complete();
        else end.cut(failure);
    }

    @Override
    protected void event(String type, JsonNode chunk) {
        if (chunk.path("error").isObject() || chunk.path("error").isString()) {
            end.failed(chunk.path("error"));
            return;
        }
        log.identify(chunk);
        log.unknownFields(chunk, "", ChatFields.TOP);
        JsonNode usage = chunk.path("usage");
        if (usage.isObject()) log.usage(ChatUsage.of(usage));
        JsonNode choices = chunk.path("choices");
        for (JsonNode choice : choices) choice(choice);
        if (choices.isEmpty() && log.usage() != null && log.finish() != null) complete();
    }

    private void choice(JsonNode choice) {
        int index = choice.path("index").asInt(0);
        if (index != 0) {
            log.notes.once(Action.DROPPED, "choices[" + index + "]", null, "the client takes one answer only");
            return;
        }
        log.unknownFields(choice, "choices[0].", ChatFields.CHOICE);
        delta(choice.path("delta"));
        String finish = choice.path("finish_reason").asString("");
        if (!finish.isEmpty()) log.finish(finish);
    }

    private void delta(JsonNode delta) {
        log.unknownFields(delta, "choices[0].delta.", ChatFields.MESSAGE);
        thinking(delta.path("reasoning_content").asString(""));
        text(ChatFields.text(delta.path("content")));
        String refusal = delta.path("refusal").asString("");
        if (!refusal.isEmpty()) {
            refused = true;
            log.notes.once(
                    Action.MOVED, "choices[0].delta.refusal", "content", "sent as text with the stop reason refusal");
            text(refusal);
        }
        for (JsonNode entry : delta.path("tool_calls")) {
            startMessage();
            calls.add(entry);
        }
        if (!log.idMissing()) startMessage();
    }

    private void thinking(String text) {
        if (text.isEmpty()) return;
        startMessage();
        if (calls.any()) late.thinking(text);
        else writer.thinking(text);
    }

    private void text(String text) {
        if (text.isEmpty()) return;
        startMessage();
        if (calls.any()) late.text(text);
        else writer.text(text);
    }

    private void complete() {
        startMessage();
        calls.finish(request.model() + log.responseId());
        late.writeTo(writer);
        String stopReason = FinishReason.stopReason(log.finish(), log.anyToolCalled(), refused);
        finishMessage(stopReason);
    }
}
