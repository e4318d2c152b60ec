package dev.sightglass.engine.credential;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The places that a token may come from, in the order of Azure's own default chain: environment, workload identity, managed
 * identity, Azure CLI.
 */
final class EntraSources {
    private static final String RESOURCE = "https://cognitiveservices.azure.com";
    private static final String SCOPE = RESOURCE + "/.default";
    private static final String METADATA_SERVICE = "http://169.254.169.254/metadata/identity/oauth2/token";
    private static final long CLI_SECONDS = 15;

    private final Map<String, String> environment;
    private final String metadataService;
    private final List<String> cli;

    EntraSources(Map<String, String> environment, String metadataService, List<String> cli) {
        this.environment = Map.copyOf(environment);
        this.metadataService = metadataService;
        this.cli = List.copyOf(cli);
    }

    static List<TokenSource> standard() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        List<String> cli = windows ? List.of("cmd", "/c", "az") : List.of("az");
        return new EntraSources(System.getenv(), METADATA_SERVICE, cli).all();
    }

    List<TokenSource> all() {
        return List.of(
                source("environment", this::fromSecret),
                source("workload identity", this::fromFederation),
                source("managed identity", this::fromManagedIdentity),
                source("Azure CLI", this::fromCli));
    }

    @FunctionalInterface
    private interface Ask {
        AccessToken token() throws CredentialMissing, InterruptedException;
    }

    private static TokenSource source(String name, Ask ask) {
        return new TokenSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public AccessToken token() throws CredentialMissing, InterruptedException {
                return ask.token();
            }
        };
    }

    private AccessToken fromSecret() throws CredentialMissing, InterruptedException {
        return TokenRequest.post(
                tokenEndpoint(),
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        SCOPE,
                        "client_id",
                        need("AZURE_CLIENT_ID"),
                        "client_secret",
                        need("AZURE_CLIENT_SECRET")));
    }

    private AccessToken fromFederation() throws CredentialMissing, InterruptedException {
        String file = need("AZURE_FEDERATED_TOKEN_FILE");
        String assertion;
        try {
            assertion = Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new CredentialMissing("AZURE_FEDERATED_TOKEN_FILE cannot be read (" + file + ")");
        }
        return TokenRequest.post(
                tokenEndpoint(),
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        SCOPE,
                        "client_id",
                        need("AZURE_CLIENT_ID"),
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion));
    }

    private AccessToken fromManagedIdentity() throws CredentialMissing, InterruptedException {
        String id = environment.getOrDefault("AZURE_CLIENT_ID", "");
        String which = id.isEmpty() ? "" : "&" + TokenRequest.encode(Map.of("client_id", id));
        String resource = TokenRequest.encode(Map.of("resource", RESOURCE));
        String endpoint = environment.get("IDENTITY_ENDPOINT");
        if (endpoint != null)
            return TokenRequest.get(
                    URI.create(endpoint + "?api-version=2019-08-01&" + resource + which),
                    "X-IDENTITY-HEADER",
                    need("IDENTITY_HEADER"));
        return TokenRequest.get(
                URI.create(metadataService + "?api-version=2018-02-01&" + resource + which), "Metadata", "true");
    }

    private AccessToken fromCli() throws CredentialMissing, InterruptedException {
        List<String> command = new ArrayList<>(cli);
        command.addAll(List.of("account", "get-access-token", "--resource", RESOURCE, "--output", "json"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(CLI_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CredentialMissing("az did not answer within " + CLI_SECONDS + " s");
            }
            if (process.exitValue() != 0) throw new CredentialMissing("not signed in (run az login)");
            String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return TokenRequest.read(json, Instant.now());
        } catch (IOException e) {
            throw new CredentialMissing("az is not installed");
        }
    }

    private URI tokenEndpoint() throws CredentialMissing {
        String authority = environment.getOrDefault("AZURE_AUTHORITY_HOST", "https://login.microsoftonline.com");
        String base = authority.endsWith("/") ? authority.substring(0, authority.length() - 1) : authority;
        return URI.create(base + "/" + need("AZURE_TENANT_ID") + "/oauth2/v2.0/token");
    }

    private String need(String name) throws CredentialMissing {
        String value = environment.get(name);
        if (value == null || value.isBlank()) throw new CredentialMissing(name + " is not set");
        return value;
    }
}
