package dev.sightglass.app.options;

import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AuthMode;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import org.jspecify.annotations.Nullable;

/** Settings given for one run; null where none was given. */
public record SettingsOverrides(
        @Nullable Integer port,
        @Nullable String bind,
        @Nullable String basePath,
        @Nullable UpstreamKind upstream,
        @Nullable String instance,
        @Nullable String endpoint,
        @Nullable String deployment,
        @Nullable String apiVersion,
        @Nullable AuthMode auth,
        @Nullable ApiKey key,
        @Nullable Long maxBody) {
    public static final SettingsOverrides NONE =
            new SettingsOverrides(null, null, null, null, null, null, null, null, null, null, null);

    /** The settings with these put over them. */
    public EngineSettings over(EngineSettings settings) {
        EngineSettings changed = settings.with(listen(settings.listen())).with(azure(settings.azure()));
        return maxBody == null ? changed : changed.with(changed.limits().with(limits -> limits.bodyBytes = maxBody));
    }

    private ListenSettings listen(ListenSettings listen) {
        return new ListenSettings(
                bind == null ? listen.bind() : bind,
                port == null ? listen.port() : port,
                basePath == null ? listen.basePath() : basePath,
                listen.token());
    }

    private AzureSettings azure(AzureSettings azure) {
        // An instance given for this run must not lose to an endpoint of the settings file.
        String savedEndpoint = instance == null ? azure.endpoint() : null;
        return new AzureSettings(
                endpoint == null ? savedEndpoint : endpoint,
                instance == null ? azure.instance() : instance,
                deployment == null ? azure.deployment() : deployment,
                apiVersion == null ? azure.apiVersion() : apiVersion,
                upstream == null ? azure.upstream() : upstream,
                auth == null ? azure.auth() : auth,
                key == null ? azure.key() : key);
    }
}
