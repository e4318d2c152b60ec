package dev.sightglass.engine.settings;

import java.util.Optional;

/** Where the credential for Azure comes from. */
public enum AuthMode {
    /** The key in the settings, or of {@code AZURE_OPENAI_API_KEY}. */
    CONFIG,
    /** What the client sends, as the client sends it. */
    CLIENT,
    /** A token of Entra ID. */
    ENTRA;

    /** The word used on the command line and in the settings file. */
    public String option() {
        return switch (this) {
            case CONFIG -> "config";
            case CLIENT -> "client";
            case ENTRA -> "entra";
        };
    }

    /** The mode of that word. */
    public static Optional<AuthMode> of(String option) {
        for (AuthMode mode : values()) if (mode.option().equalsIgnoreCase(option)) return Optional.of(mode);
        return Optional.empty();
    }
}
