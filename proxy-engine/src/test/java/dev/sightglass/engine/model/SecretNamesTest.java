package dev.sightglass.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization",
                "Proxy-Authorization",
                "x-ms-authorization-auxiliary",
                "x-api-key",
                "api-key",
                "apikey",
                "X-ApiKey",
                "api_key",
                "Ocp-Apim-Subscription-Key",
                "x-goog-api-key",
                "x-functions-key",
                "x-amz-security-token",
                "x-auth-token",
                "accesstoken",
                "X-Vault-Token",
                "client_secret",
                "my-client-secret",
                "x-password",
                "x-hub-signature",
                "cf-access-jwt",
                "Cookie",
                "set-cookie",
                "token"
            })
    void namesOfCredentialsAreKnown(String name) {
        assertThat(SecretNames.secret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-claude-code-session-id",
                "anthropic-beta",
                "anthropic-ratelimit-tokens-limit",
                "x-ratelimit-remaining-tokens",
                "content-type",
                "user-agent",
                "monkey",
                "x-stainless-retry-count",
                "www-authenticate",
                "max-tokens"
            })
    void othersAreLeftAlone(String name) {
        assertThat(SecretNames.secret(name)).isFalse();
    }
}
