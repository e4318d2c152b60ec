package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.messages.RequestOptions;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.message.ThinkingMode;
import org.jspecify.annotations.Nullable;

/** From {@code output_config.effort} and {@code thinking} to a reasoning effort that the family takes. */
public final class EffortMapper {
    private static final String EFFORT = "output_config.effort";
    private static final String THINKING = "thinking";
    private static final int LOW_BELOW = 4_000;
    private static final int MEDIUM_BELOW = 16_000;

    private EffortMapper() {}

    /** The effort to send, or null for leaving it out; tells in the notes what is lost. */
    public static @Nullable String effort(RequestOptions options, FamilyRules rules, String target, Notes notes) {
        if (!rules.reasons()) {
            if (options.effort() != null) notes.dropped(EFFORT, "the deployment's model family takes no effort");
            if (options.thinking() != null) notes.dropped(THINKING, "the deployment's model family does not reason");
            return null;
        }
        return switch (options.thinking()) {
            case ThinkingMode.Disabled _ -> disabled(options, rules, target, notes);
            case ThinkingMode.Enabled enabled -> enabled(enabled, options, rules, target, notes);
            case ThinkingMode.Adaptive _ -> {
                notes.dropped(THINKING, "adaptive is how the model reasons anyway; what it shows cannot be chosen");
                yield fromEffort(options, rules, target, notes);
            }
            case ThinkingMode.Unknown unknown -> {
                notes.dropped(THINKING, "no counterpart is known for the mode " + unknown.type());
                yield fromEffort(options, rules, target, notes);
            }
            case null -> fromEffort(options, rules, target, notes);
        };
    }

    private static String disabled(RequestOptions options, FamilyRules rules, String target, Notes notes) {
        String lowest = rules.efforts().getFirst();
        notes.add(Action.REPLACED, THINKING, target, "disabled is sent as the lowest effort of the family, " + lowest);
        if (options.effort() != null)
            notes.dropped(EFFORT, "thinking is disabled, which is sent as the effort " + lowest);
        return lowest;
    }

    private static @Nullable String enabled(
            ThinkingMode.Enabled enabled, RequestOptions options, FamilyRules rules, String target, Notes notes) {
        if (options.effort() != null) {
            notes.dropped(THINKING, "the effort says how much to reason; there is no budget in tokens");
            return fromEffort(options, rules, target, notes);
        }
        Integer budget = enabled.budgetTokens();
        String effort = budget == null ? "medium" : bucket(budget);
        notes.add(
                Action.REPLACED, THINKING, target, "a budget of " + budget + " tokens is sent as the effort " + effort);
        return effort;
    }

    private static String bucket(int budget) {
        if (budget < LOW_BELOW) return "low";
        return budget < MEDIUM_BELOW ? "medium" : "high";
    }

    private static @Nullable String fromEffort(RequestOptions options, FamilyRules rules, String target, Notes notes) {
        String effort = options.effort();
        if (effort == null) return null;
        if (rules.efforts().contains(effort)) return effort;
        String highest = rules.efforts().getLast();
        notes.add(
                Action.CLAMPED,
                EFFORT,
                target,
                effort + " is not taken by the model family; its highest is " + highest);
        return highest;
    }
}
