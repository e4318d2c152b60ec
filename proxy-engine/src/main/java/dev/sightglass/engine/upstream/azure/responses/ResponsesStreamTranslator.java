package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.upstream.azure.AnswerLog;
import dev.sightglass.engine.upstream.azure.TranslatedStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A streamed answer of the Responses API as Messages API events. */
final class ResponsesStreamTranslator extends TranslatedStream {
    private final OutputItems items;
    private boolean refused;

    ResponsesStreamTranslator(MessagesRequest request, Map<String, String> names, AnswerLog log) {
        super(request, log);
        items = new OutputItems(writer, names, log);
    }

    /** The last event of the API is told by its type; what follows it says nothing. */
    @Override
    protected void done() {}

    @Override
    protected void ended(@Nullable String failure) {
        end.cut(failure);
    }

    @Override
    protected void event(String name, JsonNode data) {
        String type = data.path("type").asString(name);
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
            case "error" ->
                end.failed(data.path("error").isObject() || data.path("error").isString() ? data.path("error") : data);
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
        startMessage();
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
        items.finish(response.path("output"));
        log.finish(ResponseStatus.word(response));
        String stopReason = ResponseStatus.stopReason(response, log.anyToolCalled(), refused);
        finishMessage(stopReason);
    }
}
