package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.Ending;
import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.api.ToolCallShape;
import dev.sightglass.simulator.check.ContentFilterVerdicts;
import dev.sightglass.simulator.stream.EventKind;
import dev.sightglass.simulator.stream.StreamStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stream of one answer: prompt verdict, role, content, tool calls, finish, usage when asked for, end mark. */
final class ChatStream {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int CHUNKS_PER_VERDICT = 4;

    private final Answer answer;
    private final ChatChunks chunks;
    private final List<StreamStep> steps = new ArrayList<>();
    private int written;
    private int checked;

    ChatStream(Answer answer) {
        this.answer = answer;
        this.chunks = new ChatChunks(answer);
    }

    List<StreamStep> steps() {
        AnswerPlan plan = answer.plan();
        steps.add(chunks.promptFilter());
        if (answer.toolCallShape() == ToolCallShape.EVERYTHING_IN_ONE_CHUNK) {
            addEverythingInOne(plan);
        } else {
            addPieceByPiece(plan);
        }
        if (chunks.usageAsked()) {
            steps.add(chunks.usage());
        }
        steps.add(new StreamStep.Event(EventKind.DONE, null, "[DONE]"));
        return steps;
    }

    private void addPieceByPiece(AnswerPlan plan) {
        boolean onlyCalls = plan.wholeText().isEmpty() && !plan.toolCalls().isEmpty();
        ObjectNode role = JSON.objectNode();
        role.put("content", onlyCalls ? null : "").putNull("refusal").put("role", "assistant");
        steps.add(chunks.delta(EventKind.OPENING, role));
        for (AnswerPart part : plan.parts()) {
            switch (part) {
                case AnswerPart.Text text -> text.pieces().forEach(piece -> addText("content", piece));
                case AnswerPart.Refusal refusal -> refusal.pieces().forEach(piece -> addText("refusal", piece));
                // Chat Completions counts reasoning and does not show it; calls follow when all text is out.
                case AnswerPart.Reasoning _, AnswerPart.ToolCall _ -> {}
            }
        }
        for (ObjectNode delta : ChatToolCallDeltas.of(plan.toolCalls(), answer.toolCallShape())) {
            addPaced(chunks.delta(EventKind.TOOL_CALL, delta));
        }
        addFinish(plan);
    }

    private void addText(String member, String piece) {
        addPaced(chunks.delta(EventKind.TEXT, JSON.objectNode().put(member, piece)));
        written += piece.length();
        if (asynchronous() && steps.size() % CHUNKS_PER_VERDICT == 0) {
            addVerdict();
        }
    }

    private void addFinish(AnswerPlan plan) {
        boolean filtered = plan.ending() == Ending.CONTENT_FILTER;
        if (filtered && asynchronous()) {
            steps.add(chunks.asynchronousVerdict(
                    ContentFilterVerdicts.blocked(), checked, written, FinishReason.of(plan)));
            return;
        }
        ObjectNode verdicts = filtered ? ContentFilterVerdicts.blocked() : JSON.objectNode();
        steps.add(chunks.finish(JSON.objectNode(), FinishReason.of(plan), verdicts));
        if (asynchronous() && written > checked) {
            addVerdict();
        }
    }

    private void addEverythingInOne(AnswerPlan plan) {
        ObjectNode delta = ChatToolCallDeltas.wholeCalls(plan.toolCalls());
        delta.put("role", "assistant").put("content", plan.wholeText().orElse(null));
        steps.add(chunks.finish(delta, FinishReason.of(plan), ContentFilterVerdicts.safe()));
    }

    private void addPaced(StreamStep step) {
        Duration between = answer.plan().pace().between();
        if (!between.isZero()) {
            steps.add(new StreamStep.Pause(between));
        }
        steps.add(step);
    }

    private void addVerdict() {
        steps.add(chunks.asynchronousVerdict(ContentFilterVerdicts.safe(), checked, written, null));
        checked = written;
    }

    private boolean asynchronous() {
        return answer.request().deployment().asynchronousFilter();
    }
}
