package dev.sightglass.engine.credential;

import dev.sightglass.engine.settings.EngineSettings;
import java.time.Clock;

/** The list of ways to get a credential. One instance serves a whole engine, so that tokens are kept. */
public final class Credentials {
    private final Credential entra = new EntraToken(EntraSources.standard(), Clock.systemUTC());

    /** The way that the settings choose. */
    public Credential of(EngineSettings settings) {
        return switch (settings.azure().effectiveAuth()) {
            case CONFIG -> new ConfiguredKey(settings);
            case CLIENT -> new ClientKey();
            case ENTRA -> entra;
        };
    }
}
