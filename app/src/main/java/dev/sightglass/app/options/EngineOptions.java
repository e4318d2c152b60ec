package dev.sightglass.app.options;

import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AuthMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the proxy. Each wins over its environment variable, which wins over the settings file. */
public final class EngineOptions {
    @Option(names = "--port", paramLabel = "N", description = "Port to listen on (default: 8000; 0: any free one).")
    private @Nullable Integer port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: 127.0.0.1); one that other machines reach demands a token.")
    private @Nullable String bind;

    @Option(
            names = "--base-path",
            paramLabel = "PATH",
            description = "Path prefix to show to people (default: /anything); any other works as well.")
    private @Nullable String basePath;

    @Option(
            names = "--upstream",
            paramLabel = "API",
            converter = UpstreamConverter.class,
            description = "Azure's API: chat, responses or anthropic (default: chat).")
    private @Nullable UpstreamKind upstream;

    @Option(
            names = "--azure-instance",
            paramLabel = "NAME",
            description = "Name of the Azure resource (or AZURE_INSTANCE_NAME).")
    private @Nullable String instance;

    @Option(
            names = "--azure-endpoint",
            paramLabel = "URL",
            description = "Base URL of the resource, wins over its name (or AZURE_OPENAI_ENDPOINT).")
    private @Nullable String endpoint;

    @Option(
            names = "--azure-deployment",
            paramLabel = "ID",
            description = "Deployment to use (or AZURE_DEPLOYMENT_ID; default: the model that the client names).")
    private @Nullable String deployment;

    @Option(
            names = "--azure-api-version",
            paramLabel = "V",
            description = "Azure's api-version (or OPENAI_API_VERSION; default: 2025-01-01-preview; v1: versionless).")
    private @Nullable String apiVersion;

    @Option(
            names = "--auth",
            paramLabel = "MODE",
            converter = AuthConverter.class,
            description = "Credential for Azure: config (AZURE_OPENAI_API_KEY), client (what the client sends) or entra"
                    + " (default: config when there is a key, else client).")
    private @Nullable AuthMode auth;

    @Option(
            names = "--max-body",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Largest request body, such as 64MB (default) or 512KB.")
    private @Nullable Long maxBody;

    @Option(names = "--demo", description = "Use the built-in Azure simulator and send a sample conversation.")
    private boolean demo;

    public boolean demo() {
        return demo;
    }

    /** @param environment environment variables, by name */
    public SettingsOverrides overrides(Map<String, String> environment) {
        return new SettingsOverrides(
                port,
                bind,
                basePath,
                upstream,
                first(instance, environment.get("AZURE_INSTANCE_NAME")),
                first(endpoint, environment.get("AZURE_OPENAI_ENDPOINT")),
                first(deployment, environment.get("AZURE_DEPLOYMENT_ID")),
                first(apiVersion, environment.get("OPENAI_API_VERSION")),
                auth,
                ApiKey.of(environment.get("AZURE_OPENAI_API_KEY")).orElse(null),
                maxBody);
    }

    private static @Nullable String first(@Nullable String option, @Nullable String variable) {
        if (option != null) return option;
        return variable == null || variable.isBlank() ? null : variable.strip();
    }
}
