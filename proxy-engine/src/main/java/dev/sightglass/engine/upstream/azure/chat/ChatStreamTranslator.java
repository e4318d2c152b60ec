package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.messages.MessageStreamWriter;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.codec.sse.SseEvent;
import dev.sightglass.engine.codec.sse.SseReader;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.upstream.StreamTranslator;
import dev.sightglass.engine.upstream.azure.AnswerIds;
import dev.sightglass.engine.upstream.azure.AnswerLog;
import dev.sightglass.engine.upstream.azure.LateText;
import dev.sightglass.engine.upstream.azure.StreamEnd;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A streamed answer of Chat Completions as Messages API events. */
final class ChatStreamTranslator implements StreamTranslator {
    private static final String DONE = "[DONE]";

    private final MessagesRequest request;
    private final AnswerLog log;
    private final MessageStreamWriter writer = new MessageStreamWriter();
    private final SseReader reader = new SseReader(this::event);
    private final StreamEnd end = new StreamEnd(writer);
    private final ToolCalls calls;
    private final LateText late = new LateText();
    private boolean refused;
    private boolean usageSeen;

    ChatStreamTranslator(MessagesRequest request, Map<String, String> names, AnswerLog log) {
        this.request = request;
        this.log = log;
        calls = new ToolCalls(names, writer, log);
    }

    @Override
    public void read(byte[] bytes, int offset, int length, ByteArrayOutputStream out) {
        if (!end.reached()) reader.read(bytes, offset, length);
        writer.drainTo(out);
    }

    @Override
    public void end(@Nullable String failure, ByteArrayOutputStream out) {
        if (!end.reached()) {
            if (log.finish() != null) complete();
            else end.cut(failure);
        }
        writer.drainTo(out);
    }

    @Override
    public boolean contentStarted() {
        return writer.contentStarted();
    }

    @Override
    public boolean finished() {
        return end.reached();
    }

    @Override
    public Outcome outcome() {
        return end.outcome();
    }

    private void event(SseEvent event) {
        String data = event.data().strip();
        if (end.reached() || data.isEmpty()) return;
        if (data.equals(DONE)) {
            if (log.finish() != null) complete();
            else end.cut("the upstream said it was done without a finish reason");
            return;
        }
        try {
            JsonNode chunk = Json.tree(data);
            if (chunk.isObject()) chunk(chunk);
            else end.garbled("an event that is no JSON object");
        } catch (MalformedJson e) {
            end.garbled(e.reason());
        }
    }

    private void chunk(JsonNode chunk) {
        if (chunk.path("error").isObject()) {
            end.failed(chunk.path("error"));
            return;
        }
        log.identify(chunk);
        log.unknownFields(chunk, "", ChatFields.TOP);
        JsonNode usage = chunk.path("usage");
        if (usage.isObject()) {
            usageSeen = true;
            log.usage(ChatUsage.of(usage));
        }
        JsonNode choices = chunk.path("choices");
        for (JsonNode choice : choices) choice(choice);
        if (choices.isEmpty() && usageSeen && log.finish() != null) complete();
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
            start();
            calls.add(entry);
        }
        if (!log.idMissing()) start();
    }

    private void thinking(String text) {
        if (text.isEmpty()) return;
        start();
        if (calls.any()) late.thinking(text);
        else writer.thinking(text);
    }

    private void text(String text) {
        if (text.isEmpty()) return;
        start();
        if (calls.any()) late.text(text);
        else writer.text(text);
    }

    private void start() {
        writer.start(AnswerIds.message(log.responseId(), request), request.model());
    }

    private void complete() {
        start();
        calls.finish(request.model() + log.responseId());
        late.writeTo(writer);
        String stopReason = FinishReason.stopReason(log.finish(), log.anyToolCalled(), refused);
        log.stopReason(stopReason);
        if (!usageSeen)
            log.notes.once(Action.INVENTED, "usage", "usage", "Azure reported no tokens; the client is told zeros");
        writer.finish(stopReason, log.usage());
        end.succeeded();
    }
}
