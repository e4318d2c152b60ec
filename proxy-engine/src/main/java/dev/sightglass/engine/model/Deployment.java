package dev.sightglass.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A named instance of a model on Azure. The name is its owner's choice and says nothing certain about the model.
 *
 * @param name Azure's deployment id
 * @param upstream the API that it is spoken to with
 * @param endpoint base URL without a trailing slash, such as {@code https://NAME.openai.azure.com}
 * @param instance the resource's name, or null when only an endpoint is known
 * @param apiVersion Azure's api-version, or {@code v1} for the versionless API
 * @param maxOutputTokens the most output tokens that Azure takes for it, or null when unknown
 */
public record Deployment(
        String name,
        UpstreamKind upstream,
        String endpoint,
        @Nullable String instance,
        String apiVersion,
        ModelFamily family,
        @Nullable Integer maxOutputTokens) {}
