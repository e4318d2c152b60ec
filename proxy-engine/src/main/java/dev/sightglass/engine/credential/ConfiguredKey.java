package dev.sightglass.engine.credential;

import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.DeploymentSettings;
import dev.sightglass.engine.settings.EngineSettings;
import java.util.Optional;

/** The key of the settings: the deployment's own, or the common one. */
public final class ConfiguredKey implements Credential {
    private final EngineSettings settings;

    public ConfiguredKey(EngineSettings settings) {
        this.settings = settings;
    }

    @Override
    public Header header(Deployment deployment, Headers client) throws CredentialMissing {
        ApiKey key = settings.deployment(deployment.name())
                .map(DeploymentSettings::key)
                .or(() -> Optional.ofNullable(settings.azure().key()))
                .orElseThrow(() -> new CredentialMissing(
                        "No Azure key is set. Set AZURE_OPENAI_API_KEY, or the key in the settings."));
        return KeyHeaders.key(deployment.upstream(), key.reveal());
    }
}
