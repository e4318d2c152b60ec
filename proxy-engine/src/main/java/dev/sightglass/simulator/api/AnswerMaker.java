package dev.sightglass.simulator.api;

import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.Ending;
import dev.sightglass.simulator.answer.PlannedUsage;
import dev.sightglass.simulator.answer.RequestView;
import dev.sightglass.simulator.check.TokenCount;
import dev.sightglass.simulator.deployment.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Completes a plan: cuts it at the output limit, names its calls, counts its tokens. */
public final class AnswerMaker {
    private static final int HIDDEN_REASONING_TOKENS = 64;

    private AnswerMaker() {}

    public static Answer make(RequestView request, AnswerPlan plan, int promptTokens, int cachedTokens) {
        AnswerPlan cut = cutAtLimit(request, plan);
        AnswerPlan named = cut.withParts(
                cut.parts().stream().map(part -> withId(request.api(), part)).toList());
        PlannedUsage dictated = plan.usage();
        PlannedUsage usage = dictated != null ? dictated : count(named, promptTokens, cachedTokens);
        return new Answer(request, named, usage, Ids.random(24), Instant.now(), ToolCallShape.ONE_BY_ONE);
    }

    private static AnswerPlan cutAtLimit(RequestView request, AnswerPlan plan) {
        int limit = request.maxOutputTokens().orElse(Integer.MAX_VALUE);
        if (plan.usage() != null || count(plan, 0, 0).completionTokens() <= limit) {
            return plan;
        }
        List<AnswerPart> kept = new ArrayList<>();
        int left = limit;
        for (AnswerPart part : plan.parts()) {
            if (left <= 0) {
                break;
            }
            AnswerPart shortened = shorten(part, left);
            left -= tokens(part);
            kept.add(shortened);
        }
        return plan.withParts(kept).withEnding(Ending.LENGTH);
    }

    private static AnswerPart shorten(AnswerPart part, int limit) {
        return switch (part) {
            case AnswerPart.Text text -> new AnswerPart.Text(firstPieces(text.pieces(), limit));
            case AnswerPart.ToolCall call ->
                new AnswerPart.ToolCall(call.id(), call.name(), firstPieces(call.argumentPieces(), limit));
            case AnswerPart.Reasoning reasoning -> reasoning;
            case AnswerPart.Refusal refusal -> new AnswerPart.Refusal(firstPieces(refusal.pieces(), limit));
        };
    }

    private static List<String> firstPieces(List<String> pieces, int limit) {
        int count = 0;
        int tokens = 0;
        while (count < pieces.size() && tokens + TokenCount.ofText(pieces.get(count)) <= limit) {
            tokens += TokenCount.ofText(pieces.get(count));
            count++;
        }
        return pieces.subList(0, count);
    }

    private static AnswerPart withId(Api api, AnswerPart part) {
        if (part instanceof AnswerPart.ToolCall call && call.id() == null) {
            String prefix = api == Api.MESSAGES ? "toolu_" : "call_";
            return new AnswerPart.ToolCall(prefix + Ids.random(24), call.name(), call.argumentPieces());
        }
        return part;
    }

    private static PlannedUsage count(AnswerPlan plan, int promptTokens, int cachedTokens) {
        int reasoning = plan.parts().stream()
                .filter(AnswerPart.Reasoning.class::isInstance)
                .mapToInt(AnswerMaker::tokens)
                .sum();
        int completion = plan.parts().stream().mapToInt(AnswerMaker::tokens).sum();
        return new PlannedUsage(promptTokens, cachedTokens, completion, reasoning);
    }

    private static int tokens(AnswerPart part) {
        return switch (part) {
            case AnswerPart.Text text -> TokenCount.ofText(text.whole());
            case AnswerPart.ToolCall call -> TokenCount.ofText(call.name()) + TokenCount.ofText(call.arguments());
            case AnswerPart.Reasoning reasoning -> HIDDEN_REASONING_TOKENS + TokenCount.ofText(reasoning.whole());
            case AnswerPart.Refusal refusal -> TokenCount.ofText(refusal.whole());
        };
    }
}
