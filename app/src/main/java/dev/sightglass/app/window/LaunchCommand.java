package dev.sightglass.app.window;

import dev.sightglass.engine.settings.AuthMode;
import dev.sightglass.engine.settings.AzureSettings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The line that starts Claude Code so that its traffic comes here: base URL and model, the same deployment for the models
 * that it uses in the background, and the context window where it is known, since Claude Code takes an unknown model for one
 * of a million tokens.
 */
public final class LaunchCommand {
    private static final String UNKNOWN_DEPLOYMENT = "YOUR_DEPLOYMENT";

    /** Input tokens that a model takes, by the start of its name, as its maker publishes them; longer names first. */
    private static final Map<String, Integer> CONTEXT = contextSizes();

    private final Map<String, String> variables = new LinkedHashMap<>();

    /** {@code baseUrl} is where the proxy listens. */
    public LaunchCommand(String baseUrl, AzureSettings azure) {
        String model = azure.deployment() == null ? UNKNOWN_DEPLOYMENT : azure.deployment();
        variables.put("ANTHROPIC_BASE_URL", baseUrl);
        variables.put("ANTHROPIC_MODEL", model);
        variables.put("ANTHROPIC_DEFAULT_HAIKU_MODEL", model);
        variables.put("ANTHROPIC_DEFAULT_SONNET_MODEL", model);
        variables.put("ANTHROPIC_DEFAULT_OPUS_MODEL", model);
        variables.put("CLAUDE_CODE_SUBAGENT_MODEL", model);
        // Claude Code wants some credential; the one for Azure is put in here, by the proxy.
        if (azure.effectiveAuth() != AuthMode.CLIENT) variables.put("ANTHROPIC_AUTH_TOKEN", "x");
        contextOf(model).ifPresent(size -> variables.put("CLAUDE_CODE_MAX_CONTEXT_TOKENS", Integer.toString(size)));
    }

    /** For sh, bash, zsh and fish. */
    public String sh() {
        return variables.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + quoted(variable.getValue(), "'\\''"))
                        .collect(Collectors.joining(" \\\n"))
                + " \\\nclaude";
    }

    public String powerShell() {
        return variables.entrySet().stream()
                        .map(variable -> "$env:" + variable.getKey() + " = '"
                                + variable.getValue().replace("'", "''") + "'")
                        .collect(Collectors.joining("; "))
                + "; claude";
    }

    /** The two variables that matter most, on one line, to show. */
    public String brief() {
        return "ANTHROPIC_BASE_URL=" + variables.get("ANTHROPIC_BASE_URL") + " ANTHROPIC_MODEL="
                + variables.get("ANTHROPIC_MODEL") + " claude";
    }

    static OptionalInt contextOf(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return CONTEXT.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst();
    }

    private static String quoted(String value, String quote) {
        return value.matches("[A-Za-z0-9_.:/~@%+-]+") ? value : "'" + value.replace("'", quote) + "'";
    }

    private static Map<String, Integer> contextSizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("gpt-5-chat", 128_000);
        sizes.put("gpt-5", 272_000);
        sizes.put("gpt-4.1", 1_047_576);
        sizes.put("gpt-4o", 128_000);
        sizes.put("o1", 200_000);
        sizes.put("o3", 200_000);
        sizes.put("o4-mini", 200_000);
        sizes.put("codex-mini", 200_000);
        sizes.put("claude-", 200_000);
        return sizes;
    }
}
