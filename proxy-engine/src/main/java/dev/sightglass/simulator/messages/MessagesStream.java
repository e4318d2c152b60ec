package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.stream.EventKind;
import dev.sightglass.simulator.stream.StreamStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The events of one answer, in the order that the Messages API promises, with one ping after the start. */
final class MessagesStream {
    /** How the signature of a thinking block begins here; only such blocks are accepted when they come back. */
    static final String SIGNATURE = "EqQBCsim";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Answer answer;
    private final List<StreamStep> steps = new ArrayList<>();

    MessagesStream(Answer answer) {
        this.answer = answer;
    }

    static String signature(AnswerPart.Reasoning reasoning) {
        String opaque = reasoning.encryptedContent();
        return SIGNATURE
                + (opaque == null ? Integer.toHexString(reasoning.whole().hashCode()) : opaque);
    }

    List<StreamStep> steps() {
        ObjectNode start = event("message_start");
        start.set("message", MessageDocument.begun(answer));
        add(EventKind.OPENING, start);
        List<AnswerPart> parts = answer.plan().parts();
        for (int index = 0; index < parts.size(); index++) {
            addBlock(index, parts.get(index));
            if (index == 0) {
                add(EventKind.PREAMBLE, event("ping"));
            }
        }
        addEnd();
        return steps;
    }

    private void addBlock(int index, AnswerPart part) {
        ObjectNode start = event("content_block_start").put("index", index);
        start.set("content_block", emptyBlock(part));
        add(EventKind.OPENING, start);
        switch (part) {
            case AnswerPart.Text text -> addTexts(index, text.pieces());
            case AnswerPart.Refusal refusal -> addTexts(index, refusal.pieces());
            case AnswerPart.ToolCall call -> addArguments(index, call);
            case AnswerPart.Reasoning reasoning -> addThinking(index, reasoning);
        }
        add(EventKind.CLOSING, event("content_block_stop").put("index", index));
    }

    private static ObjectNode emptyBlock(AnswerPart part) {
        return switch (part) {
            case AnswerPart.Text _, AnswerPart.Refusal _ ->
                JSON.objectNode().put("type", "text").put("text", "");
            case AnswerPart.Reasoning _ ->
                JSON.objectNode().put("type", "thinking").put("thinking", "").put("signature", "");
            case AnswerPart.ToolCall call -> {
                ObjectNode block = JSON.objectNode().put("type", "tool_use").put("id", call.id());
                block.put("name", call.name()).putObject("input");
                yield block;
            }
        };
    }

    private void addTexts(int index, List<String> pieces) {
        pieces.forEach(piece -> addDelta(EventKind.TEXT, index, "text_delta", "text", piece));
    }

    private void addArguments(int index, AnswerPart.ToolCall call) {
        addDelta(EventKind.TOOL_CALL, index, "input_json_delta", "partial_json", "");
        call.argumentPieces()
                .forEach(piece -> addDelta(EventKind.TOOL_CALL, index, "input_json_delta", "partial_json", piece));
    }

    private void addThinking(int index, AnswerPart.Reasoning reasoning) {
        reasoning.summary().forEach(piece -> addDelta(EventKind.REASONING, index, "thinking_delta", "thinking", piece));
        addDelta(EventKind.REASONING, index, "signature_delta", "signature", signature(reasoning));
    }

    private void addDelta(EventKind kind, int index, String type, String member, String piece) {
        Duration between = answer.plan().pace().between();
        if (!between.isZero()) {
            steps.add(new StreamStep.Pause(between));
        }
        ObjectNode event = event("content_block_delta").put("index", index);
        event.putObject("delta").put("type", type).put(member, piece);
        add(kind, event);
    }

    private void addEnd() {
        ObjectNode delta = event("message_delta");
        delta.putObject("delta")
                .put("stop_reason", MessageDocument.stopReason(answer.plan()))
                .putNull("stop_sequence");
        delta.set("usage", MessageDocument.usage(answer.usage(), answer.usage().completionTokens()));
        add(EventKind.FINISH, delta);
        add(EventKind.DONE, event("message_stop"));
    }

    private void add(EventKind kind, ObjectNode event) {
        steps.add(StreamStep.named(kind, event));
    }

    private static ObjectNode event(String type) {
        return JSON.objectNode().put("type", type);
    }
}
