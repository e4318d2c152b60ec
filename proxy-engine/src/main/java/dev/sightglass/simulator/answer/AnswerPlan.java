package dev.sightglass.simulator.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer before it is put into the words of an API. Immutable; the {@code with} methods give changed copies.
 *
 * @param usage dictated token figures; null lets the simulator count
 */
public record AnswerPlan(
        List<AnswerPart> parts, Ending ending, @Nullable PlannedUsage usage, Pace pace) {
    public AnswerPlan {
        parts = List.copyOf(parts);
    }

    public static AnswerPlan of(AnswerPart... parts) {
        return new AnswerPlan(List.of(parts), Ending.NATURAL, null, Pace.AT_ONCE);
    }

    /** A plain answer, streamed word by word. */
    public static AnswerPlan text(String text) {
        return of(new AnswerPart.Text(Pieces.words(text)));
    }

    /** A call of one tool; arguments are JSON text, streamed in pieces of ten characters. */
    public static AnswerPlan toolCall(String name, String arguments) {
        return of(call(null, name, arguments));
    }

    /** A refusal in the model's own words. */
    public static AnswerPlan refusal(String text) {
        return of(new AnswerPart.Refusal(Pieces.words(text)));
    }

    public static AnswerPart.ToolCall call(@Nullable String id, String name, String arguments) {
        return new AnswerPart.ToolCall(id, name, Pieces.ofSize(arguments, 10));
    }

    public AnswerPlan with(AnswerPart part) {
        List<AnswerPart> all = new ArrayList<>(parts);
        all.add(part);
        return withParts(all);
    }

    /** Adds a further tool call, as a model does when it calls several at once. */
    public AnswerPlan withToolCall(String name, String arguments) {
        return with(call(null, name, arguments));
    }

    public AnswerPlan withParts(List<AnswerPart> others) {
        return new AnswerPlan(others, ending, usage, pace);
    }

    public AnswerPlan withEnding(Ending other) {
        return new AnswerPlan(parts, other, usage, pace);
    }

    public AnswerPlan withUsage(PlannedUsage other) {
        return new AnswerPlan(parts, ending, other, pace);
    }

    public AnswerPlan withUsage(int prompt, int cached, int completion, int reasoning) {
        return withUsage(new PlannedUsage(prompt, cached, completion, reasoning));
    }

    public AnswerPlan withPace(Pace other) {
        return new AnswerPlan(parts, ending, usage, other);
    }

    public List<AnswerPart.ToolCall> toolCalls() {
        return parts.stream()
                .filter(AnswerPart.ToolCall.class::isInstance)
                .map(AnswerPart.ToolCall.class::cast)
                .toList();
    }

    /** All text of the answer; empty when it only calls tools. */
    public Optional<String> wholeText() {
        List<String> texts = parts.stream()
                .filter(AnswerPart.Text.class::isInstance)
                .map(part -> ((AnswerPart.Text) part).whole())
                .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("", texts));
    }
}
