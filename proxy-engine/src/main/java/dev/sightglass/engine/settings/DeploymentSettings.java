package dev.sightglass.engine.settings;

import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.UpstreamKind;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one deployment. Everything but the name may be null: then the Azure settings hold, or a guess.
 *
 * @param name Azure's deployment id
 * @param endpoint its own resource's base URL
 * @param family null: guessed from the name, or from the model that its answers report
 * @param maxOutputTokens the most output tokens that Azure takes for it
 * @param key its own key, kept beside the settings file, never in it
 */
public record DeploymentSettings(
        String name,
        @Nullable UpstreamKind upstream,
        @Nullable String endpoint,
        @Nullable String apiVersion,
        @Nullable ModelFamily family,
        @Nullable Integer maxOutputTokens,
        @Nullable ApiKey key) {
    /** A deployment of that name of which nothing else is known. */
    public static DeploymentSettings named(String name) {
        return new DeploymentSettings(name, null, null, null, null, null, null);
    }

    public DeploymentSettings withUpstream(@Nullable UpstreamKind other) {
        return new DeploymentSettings(name, other, endpoint, apiVersion, family, maxOutputTokens, key);
    }

    public DeploymentSettings withEndpoint(@Nullable String other) {
        return new DeploymentSettings(name, upstream, other, apiVersion, family, maxOutputTokens, key);
    }

    public DeploymentSettings withFamily(@Nullable ModelFamily other) {
        return new DeploymentSettings(name, upstream, endpoint, apiVersion, other, maxOutputTokens, key);
    }

    public DeploymentSettings withMaxOutputTokens(@Nullable Integer other) {
        return new DeploymentSettings(name, upstream, endpoint, apiVersion, family, other, key);
    }

    public DeploymentSettings withKey(@Nullable ApiKey other) {
        return new DeploymentSettings(name, upstream, endpoint, apiVersion, family, maxOutputTokens, other);
    }
}
