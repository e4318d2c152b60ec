package dev.sightglass.engine.upstream.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.UpstreamKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureUrlsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.openai.azure.com",
                "https://x.openai.azure.com/",
                "https://x.openai.azure.com/openai/",
                "https://x.openai.azure.com/openai/v1",
                "https://x.openai.azure.com/anthropic/",
                " https://x.openai.azure.com//"
            })
    void whatPeopleCopyAlongWithAnEndpointIsNoError(String endpoint) {
        assertThat(AzureUrls.chat(deployment(endpoint, "gpt 4", "2025-01-01-preview")))
                .hasToString(
                        "https://x.openai.azure.com/openai/deployments/gpt%204/chat/completions?api-version=2025-01-01-preview");
        assertThat(AzureUrls.chat(deployment(endpoint, "gpt-4.1", "v1")))
                .hasToString("https://x.openai.azure.com/openai/v1/chat/completions");
        assertThat(AzureUrls.responses(deployment(endpoint, "gpt-4.1", "v1")))
                .hasToString("https://x.openai.azure.com/openai/v1/responses");
        assertThat(AzureUrls.messages(deployment(endpoint, "c", "v1"), "/v1/messages?beta=true"))
                .hasToString("https://x.openai.azure.com/anthropic/v1/messages?beta=true");
    }

    private static Deployment deployment(String endpoint, String name, String version) {
        return new Deployment(name, UpstreamKind.CHAT, endpoint, null, version, ModelFamily.CLASSIC, null);
    }
}
