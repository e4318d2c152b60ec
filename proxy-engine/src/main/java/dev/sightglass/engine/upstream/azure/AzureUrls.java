package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.Deployment;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where each API of a deployment is to be found. */
public final class AzureUrls {
    private static final String VERSIONLESS = "v1";
    private static final List<String> TAILS = List.of("/", "/openai/v1", "/openai", "/anthropic/v1", "/anthropic");

    private AzureUrls() {}

    public static URI chat(Deployment deployment) {
        String base = base(deployment.endpoint());
        if (deployment.apiVersion().equals(VERSIONLESS)) return URI.create(base + "/openai/v1/chat/completions");
        return URI.create(base + "/openai/deployments/" + encode(deployment.name()) + "/chat/completions?api-version="
                + encode(deployment.apiVersion()));
    }

    public static URI responses(Deployment deployment) {
        return URI.create(base(deployment.endpoint()) + "/openai/v1/responses");
    }

    /** @param pathAndQuery from {@code /v1/messages} on, still encoded */
    public static URI messages(Deployment deployment, String pathAndQuery) {
        return URI.create(base(deployment.endpoint()) + "/anthropic" + pathAndQuery);
    }

    /** An endpoint without the parts that people copy along with it. */
    public static String base(String endpoint) {
        String base = endpoint.strip();
        for (String shorter = strip(base); !shorter.equals(base); shorter = strip(base)) base = shorter;
        return base;
    }

    private static String strip(String endpoint) {
        for (String tail : TAILS) {
            if (endpoint.endsWith(tail)) return endpoint.substring(0, endpoint.length() - tail.length());
        }
        return endpoint;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
