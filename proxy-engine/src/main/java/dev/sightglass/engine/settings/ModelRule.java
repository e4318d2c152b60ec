package dev.sightglass.engine.settings;

/**
 * One line of the model map.
 *
 * @param pattern a model id, a prefix followed by {@code *}, or {@code *} alone for everything else
 * @param deployment where such models go
 */
public record ModelRule(String pattern, String deployment) {
    /** How a rule matches. */
    public enum Kind {
        EXACT,
        PREFIX,
        DEFAULT
    }

    public Kind kind() {
        if (pattern.equals("*")) return Kind.DEFAULT;
        return pattern.endsWith("*") ? Kind.PREFIX : Kind.EXACT;
    }

    /** The fixed part of the pattern. */
    public String prefix() {
        return kind() == Kind.EXACT ? pattern : pattern.substring(0, pattern.length() - 1);
    }

    /** True when the rule covers that model id. */
    public boolean matches(String model) {
        return switch (kind()) {
            case EXACT -> model.equals(pattern);
            case PREFIX -> model.startsWith(prefix());
            case DEFAULT -> true;
        };
    }
}
