package dev.sightglass.engine.settings;

import dev.sightglass.engine.model.UpstreamKind;
import org.jspecify.annotations.Nullable;

/**
 * The Azure resource that requests go to unless a deployment names its own.
 *
 * @param endpoint a whole base URL; wins over the instance; or null
 * @param instance the resource's name, from which the base URL is built; or null
 * @param deployment where every model goes that no rule covers; null: the model that the client names is the deployment
 * @param apiVersion such as {@code 2025-01-01-preview}, or {@code v1} for the versionless API
 * @param auth null: {@code config} when there is a key, else {@code client}
 * @param key the key for {@code config}, or null
 */
public record AzureSettings(
        @Nullable String endpoint,
        @Nullable String instance,
        @Nullable String deployment,
        String apiVersion,
        UpstreamKind upstream,
        @Nullable AuthMode auth,
        @Nullable ApiKey key) {
    public static final String DEFAULT_API_VERSION = "2025-01-01-preview";
    public static final AzureSettings DEFAULT =
            new AzureSettings(null, null, null, DEFAULT_API_VERSION, UpstreamKind.CHAT, null, null);

    public AzureSettings {
        endpoint = blankToNull(endpoint);
        instance = blankToNull(instance);
        deployment = blankToNull(deployment);
        if (apiVersion.isBlank()) apiVersion = DEFAULT_API_VERSION;
    }

    /** The mode that holds: the one set, else by whether there is a key. */
    public AuthMode effectiveAuth() {
        if (auth != null) return auth;
        return key == null ? AuthMode.CLIENT : AuthMode.CONFIG;
    }

    public AzureSettings withEndpoint(@Nullable String other) {
        return new AzureSettings(other, instance, deployment, apiVersion, upstream, auth, key);
    }

    public AzureSettings withInstance(@Nullable String other) {
        return new AzureSettings(endpoint, other, deployment, apiVersion, upstream, auth, key);
    }

    public AzureSettings withDeployment(@Nullable String other) {
        return new AzureSettings(endpoint, instance, other, apiVersion, upstream, auth, key);
    }

    public AzureSettings withUpstream(UpstreamKind other) {
        return new AzureSettings(endpoint, instance, deployment, apiVersion, other, auth, key);
    }

    public AzureSettings withAuth(@Nullable AuthMode other) {
        return new AzureSettings(endpoint, instance, deployment, apiVersion, upstream, other, key);
    }

    public AzureSettings withKey(@Nullable ApiKey other) {
        return new AzureSettings(endpoint, instance, deployment, apiVersion, upstream, auth, other);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
