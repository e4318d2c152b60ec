package dev.sightglass.app.settings;

import dev.sightglass.engine.settings.ModelRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The model map as one line of text: {@code claude-haiku* = gpt-4.1-mini, * = gpt-4.1}. */
final class ModelMapText {
    private ModelMapText() {}

    static String of(List<ModelRule> rules) {
        return rules.stream()
                .map(rule -> rule.pattern() + " = " + rule.deployment())
                .collect(Collectors.joining(", "));
    }

    /** The rules in the text; empty when a part of it is no rule. */
    static Optional<List<ModelRule>> parse(String text) {
        List<ModelRule> rules = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (part.isBlank()) continue;
            int equals = part.indexOf('=');
            if (equals < 0) return Optional.empty();
            String pattern = part.substring(0, equals).strip();
            String deployment = part.substring(equals + 1).strip();
            if (pattern.isEmpty() || deployment.isEmpty()) return Optional.empty();
            rules.add(new ModelRule(pattern, deployment));
        }
        return Optional.of(List.copyOf(rules));
    }
}
