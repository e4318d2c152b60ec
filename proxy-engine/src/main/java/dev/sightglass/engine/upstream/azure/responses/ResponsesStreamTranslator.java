package dev.sightglass.engine.upstream.azure.responses;

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
import dev.sightglass.engine.upstream.azure.StreamEnd;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A streamed answer of the Responses API as Messages API events. */
final class ResponsesStreamTranslator implements StreamTranslator {
    private static final String DONE = "[DONE]";

    private final MessagesRequest request;
    private final AnswerLog log;
    private final MessageStreamWriter writer = new MessageStreamWriter();
    private final SseReader reader = new SseReader(this::event);
    private final StreamEnd end = new StreamEnd(writer);
    private final OutputItems items;
    private boolean refused;

    ResponsesStreamTranslator(MessagesRequest request, Map<String, String> names, AnswerLog log) {
        this.request = request;
        this.log = log;
        items = new OutputItems(writer, names, log);
    }

    @Override
    public void read(byte[] bytes, int offset, int length, ByteArrayOutputStream out) {
        if (!end.reached()) reader.read(bytes, offset, length);
        writer.drainTo(out);
    }

    @Override
    public void end(@Nullable String failure, ByteArrayOutputStream out) {
        if (!end.reached()) end.cut(failure);
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
        if (end.reached() || data.isEmpty() || data.equals(DONE)) return;
        try {
            JsonNode tree = Json.tree(data);
            if (tree.isObject()) event(tree.path("type").asString(event.type()), tree);
            else end.garbled("an event that is no JSON object");
        } catch (MalformedJson e) {
            end.garbled(e.reason());
        }
    }

    private void event(String type, JsonNode data) {
        int index = data.path("output_index").asInt(0);
        switch (type) {
            case "response.created", "response.in_progress", "response.queued" -> start(data.path("response"));
            case "response.output_item.added" -> {
                start(data);
                items.added(index, data.path("item"));
            }
            case "response.output_text.delta",
                    "response.reasoning_summary_text.delta",
                    "response.reasoning_text.delta",
                    "response.function_call_arguments.delta" ->
                items.piece(index, data.path("delta").asString(""));
            case "response.refusal.delta" -> refusal(index, data.path("delta").asString(""));
            case "response.reasoning_summary_part.added" -> items.nextPart(index);
            case "response.function_call_arguments.done" ->
                items.whole(index, data.path("arguments").asString(""));
            case "response.output_item.done" -> items.done(index, data.path("item"));
            case "response.completed", "response.incomplete" -> complete(data.path("response"));
            case "response.failed" -> end.failed(data.path("response").path("error"));
            case "error" -> end.failed(data.path("error").isObject() ? data.path("error") : data);
            case "response.output_text.annotation.added" ->
                log.notes.once(Action.DROPPED, "output.annotations", null, "no counterpart for plain text");
            default -> {
                // parts that are told again as a whole, and events of the future
                if (type.isEmpty() && data.path("error").isObject()) end.failed(data.path("error"));
            }
        }
    }

    private void start(JsonNode response) {
        if (log.idMissing() && response.path("object").asString("").equals("response")) log.identify(response);
        writer.start(AnswerIds.message(log.responseId(), request), request.model());
    }

    private void refusal(int index, String text) {
        refused = true;
        log.notes.once(Action.MOVED, "output.refusal", "content", "sent as text with the stop reason refusal");
        items.piece(index, text);
    }

    private void complete(JsonNode response) {
        start(response);
        log.identify(response);
        log.usage(ResponsesUsage.of(response.path("usage")));
        if (log.usage() == null)
            log.notes.once(Action.INVENTED, "usage", "usage", "Azure reported no tokens; the client is told zeros");
        items.finish(response.path("output"));
        log.finish(ResponseStatus.word(response));
        String stopReason = ResponseStatus.stopReason(response, log.anyToolCalled(), refused);
        log.stopReason(stopReason);
        writer.finish(stopReason, log.usage());
        end.succeeded();
    }
}
