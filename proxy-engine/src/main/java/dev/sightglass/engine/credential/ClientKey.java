package dev.sightglass.engine.credential;

import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import java.util.Optional;

/** What the client sends: its {@code x-api-key} as Azure's key, else its bearer token as it is. */
public final class ClientKey implements Credential {
    private static final String BEARER = "Bearer ";

    @Override
    public Header header(Deployment deployment, Headers client) throws CredentialMissing {
        Optional<String> key = client.first("x-api-key").map(String::strip).filter(k -> !k.isEmpty());
        // A key helper's output comes both as key and as bearer token; only a JSON Web Token is meant as a token.
        if (key.isPresent() && !isToken(key.get())) return KeyHeaders.key(deployment.upstream(), key.get());
        Optional<String> token = key.or(() -> bearer(client));
        return KeyHeaders.bearer(token.orElseThrow(() -> new CredentialMissing(
                "The client sent no key, and none is set here. Set AZURE_OPENAI_API_KEY for the proxy, or give Claude"
                        + " Code the key (apiKeyHelper or ANTHROPIC_API_KEY).")));
    }

    private static Optional<String> bearer(Headers client) {
        return client.first("authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty());
    }

    private static boolean isToken(String key) {
        return key.startsWith("eyJ") && key.chars().filter(c -> c == '.').count() == 2;
    }
}
