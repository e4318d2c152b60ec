package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.api.Ids;
import dev.sightglass.simulator.stream.EventKind;
import dev.sightglass.simulator.stream.StreamStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The events of one answer. There is no end mark: {@code response.completed} or {@code response.incomplete} comes last. */
final class ResponsesStream {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Answer answer;
    private final ResponseDocument document;
    private final ResponsesItems items;
    private final boolean obfuscated;
    private final List<StreamStep> steps = new ArrayList<>();
    private int sequence;

    ResponsesStream(Answer answer) {
        this.answer = answer;
        this.document = new ResponseDocument(answer);
        this.items = new ResponsesItems(answer);
        this.obfuscated = answer.request()
                .body()
                .path("stream_options")
                .path("include_obfuscation")
                .asBoolean(true);
    }

    List<StreamStep> steps() {
        add(EventKind.OPENING, event("response.created").set("response", document.begun()));
        add(EventKind.OPENING, event("response.in_progress").set("response", document.begun()));
        for (int index = 0; index < items.items().size(); index++) {
            addItem(index, items.items().get(index));
        }
        String end = document.incompleteReason().isEmpty() ? "response.completed" : "response.incomplete";
        add(EventKind.FINISH, event(end).set("response", document.ended(items.whole())));
        return steps;
    }

    private void addItem(int index, ResponsesItems.Item item) {
        add(
                EventKind.OPENING,
                event("response.output_item.added").put("output_index", index).set("item", items.begun(item)));
        switch (item.part()) {
            case AnswerPart.Text text -> addText(index, item.id(), text);
            case AnswerPart.Refusal refusal -> addRefusal(index, item.id(), refusal);
            case AnswerPart.ToolCall call -> addCall(index, item.id(), call);
            case AnswerPart.Reasoning reasoning -> addReasoning(index, item.id(), reasoning);
        }
        add(
                EventKind.CLOSING,
                event("response.output_item.done").put("output_index", index).set("item", items.whole(item)));
    }

    private void addText(int index, String id, AnswerPart.Text text) {
        add(
                EventKind.OPENING,
                inContent("response.content_part.added", index, id).set("part", ResponsesItems.textPart("")));
        for (String piece : text.pieces()) {
            ObjectNode delta =
                    inContent("response.output_text.delta", index, id).put("delta", piece);
            delta.putArray("logprobs");
            addPaced(EventKind.TEXT, delta);
        }
        ObjectNode done = inContent("response.output_text.done", index, id).put("text", text.whole());
        done.putArray("logprobs");
        add(EventKind.CLOSING, done);
        add(
                EventKind.CLOSING,
                inContent("response.content_part.done", index, id).set("part", ResponsesItems.textPart(text.whole())));
    }

    private void addRefusal(int index, String id, AnswerPart.Refusal refusal) {
        add(
                EventKind.OPENING,
                inContent("response.content_part.added", index, id).set("part", ResponsesItems.refusalPart("")));
        refusal.pieces()
                .forEach(piece -> addPaced(
                        EventKind.TEXT,
                        inContent("response.refusal.delta", index, id).put("delta", piece)));
        add(EventKind.CLOSING, inContent("response.refusal.done", index, id).put("refusal", refusal.whole()));
        add(
                EventKind.CLOSING,
                inContent("response.content_part.done", index, id)
                        .set("part", ResponsesItems.refusalPart(refusal.whole())));
    }

    private void addCall(int index, String id, AnswerPart.ToolCall call) {
        for (String piece : call.argumentPieces()) {
            addPaced(
                    EventKind.TOOL_CALL,
                    inItem("response.function_call_arguments.delta", index, id).put("delta", piece));
        }
        add(
                EventKind.CLOSING,
                inItem("response.function_call_arguments.done", index, id)
                        .put("arguments", call.arguments())
                        .put("name", call.name()));
    }

    private void addReasoning(int index, String id, AnswerPart.Reasoning reasoning) {
        if (reasoning.summary().isEmpty()) {
            return;
        }
        add(
                EventKind.OPENING,
                inSummary("response.reasoning_summary_part.added", index, id)
                        .set("part", ResponsesItems.summaryPart("")));
        reasoning
                .summary()
                .forEach(piece -> addPaced(
                        EventKind.REASONING,
                        inSummary("response.reasoning_summary_text.delta", index, id)
                                .put("delta", piece)));
        add(
                EventKind.CLOSING,
                inSummary("response.reasoning_summary_text.done", index, id).put("text", reasoning.whole()));
        add(
                EventKind.CLOSING,
                inSummary("response.reasoning_summary_part.done", index, id)
                        .set("part", ResponsesItems.summaryPart(reasoning.whole())));
    }

    private void addPaced(EventKind kind, ObjectNode event) {
        Duration between = answer.plan().pace().between();
        if (!between.isZero()) {
            steps.add(new StreamStep.Pause(between));
        }
        if (obfuscated) {
            event.put("obfuscation", Ids.random(1 + sequence % 12));
        }
        add(kind, event);
    }

    private void add(EventKind kind, JsonNode event) {
        steps.add(StreamStep.named(kind, event));
    }

    private ObjectNode event(String type) {
        return JSON.objectNode().put("type", type).put("sequence_number", sequence++);
    }

    private ObjectNode inItem(String type, int index, String id) {
        return event(type).put("item_id", id).put("output_index", index);
    }

    private ObjectNode inContent(String type, int index, String id) {
        return inItem(type, index, id).put("content_index", 0);
    }

    private ObjectNode inSummary(String type, int index, String id) {
        return inItem(type, index, id).put("summary_index", 0);
    }
}
