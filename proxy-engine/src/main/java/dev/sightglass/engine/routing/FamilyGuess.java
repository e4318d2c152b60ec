package dev.sightglass.engine.routing;

import dev.sightglass.engine.model.ModelFamily;
import java.util.Locale;
import java.util.regex.Pattern;

/** The model family that a name suggests: a default only, since a deployment's name is its owner's choice. */
public final class FamilyGuess {
    private static final Pattern O_SERIES = Pattern.compile("(^|[^a-z0-9])o[134](-|_|$|[^a-z0-9])");
    private static final Pattern GPT_VERSION = Pattern.compile("gpt-?_?(\\d+)(?:[._](\\d+))?");

    private FamilyGuess() {}

    /** @param name a deployment's name, or a model as an answer reports it */
    public static ModelFamily of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("claude")) return ModelFamily.CLAUDE;
        if (lower.contains("codex") || lower.matches(".*(gpt|o[134]).*-pro($|-.*)")) return ModelFamily.RESPONSES_ONLY;
        if (O_SERIES.matcher(lower).find()) return ModelFamily.O_SERIES;
        var version = GPT_VERSION.matcher(lower);
        if (!version.find()) return ModelFamily.OTHER;
        if (lower.contains("chat")) return ModelFamily.CLASSIC;
        int major = Integer.parseInt(
                version.group(1).substring(0, Math.min(2, version.group(1).length())));
        int minor = version.group(2) == null ? 0 : Integer.parseInt(version.group(2));
        return byVersion(major, minor);
    }

    private static ModelFamily byVersion(int major, int minor) {
        // gpt-35 is Azure's way to write gpt-3.5.
        if (major < 5 || major >= 30) return ModelFamily.CLASSIC;
        if (major > 5) return ModelFamily.GPT_5_6;
        return switch (minor) {
            case 0 -> ModelFamily.GPT_5;
            case 1, 2, 3 -> ModelFamily.GPT_5_1;
            case 4, 5 -> ModelFamily.GPT_5_4;
            default -> ModelFamily.GPT_5_6;
        };
    }
}
