package dev.sightglass.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.UpstreamKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSettingsTest {
    private static final EngineSettings GOOD =
            EngineSettings.DEFAULT.with(AzureSettings.DEFAULT.withInstance("my-resource"));

    @Test
    void anInstanceIsEnough() {
        assertThat(GOOD.problems()).isEmpty();
        assertThat(AzureEndpoint.base(GOOD.azure(), UpstreamKind.CHAT))
                .hasValue("https://my-resource.openai.azure.com");
        assertThat(AzureEndpoint.base(GOOD.azure(), UpstreamKind.ANTHROPIC))
                .hasValue("https://my-resource.services.ai.azure.com");
    }

    @Test
    void withoutEndpointAndInstanceTheEndpointIsNamed() {
        assertThat(EngineSettings.DEFAULT.problems()).extracting(Problem::field).containsExactly("azure.endpoint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.openai.azure.com/",
                "https://x.openai.azure.com/openai",
                "https://x.openai.azure.com/openai/",
                "https://x.openai.azure.com/anthropic",
                "https://x.openai.azure.com/openai/v1/",
                " https://x.openai.azure.com "
            })
    void endpointsAreTakenAsPeopleCopyThem(String endpoint) {
        AzureSettings azure = AzureSettings.DEFAULT.withEndpoint(endpoint);
        assertThat(EngineSettings.DEFAULT.with(azure).problems()).isEmpty();
        assertThat(AzureEndpoint.base(azure, UpstreamKind.CHAT)).hasValue("https://x.openai.azure.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x.openai.azure.com",
                "http://127.0.0.1.evil.example",
                "x.openai.azure.com",
                "ftp://x",
                "https://user:pw@x.openai.azure.com",
                "https://x.openai.azure.com?api-version=1",
                "https://a b"
            })
    void unsafeOrBrokenEndpointsAreProblems(String endpoint) {
        assertThat(EngineSettings.DEFAULT
                        .with(AzureSettings.DEFAULT.withEndpoint(endpoint))
                        .problems())
                .extracting(Problem::field)
                .containsExactly("azure.endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9", "http://localhost:9", "http://[::1]:9"})
    void plainHttpIsTakenForLoopback(String endpoint) {
        assertThat(EngineSettings.DEFAULT
                        .with(AzureSettings.DEFAULT.withEndpoint(endpoint))
                        .problems())
                .isEmpty();
    }

    @Test
    void doubleNamesAndOddPatternsAreProblems() {
        EngineSettings settings = GOOD.withDeployments(
                        List.of(DeploymentSettings.named("a"), DeploymentSettings.named("a")))
                .withModelMap(List.of(new ModelRule("claude-*-x", "a"), new ModelRule("b", "")));
        assertThat(settings.problems())
                .extracting(Problem::field)
                .containsExactly("deployments[1].name", "modelMap[0].pattern", "modelMap[1].deployment");
    }

    @Test
    void keysNeverPrint() {
        ApiKey key = ApiKey.of("0123456789abcdef0123").orElseThrow();
        assertThat(GOOD.with(GOOD.azure().withKey(key)).toString()).doesNotContain("0123456789abcdef");
        assertThat(key.hint()).isEqualTo("****0123");
    }
}
