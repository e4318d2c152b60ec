package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AzureSettings;
import org.junit.jupiter.api.Test;

class LaunchCommandTest {
    private static final String BASE = "http://localhost:8000/anything";
    private static final AzureSettings AZURE = AzureSettings.DEFAULT.withDeployment("gpt-4.1");

    @Test
    void theShellFormSetsBaseUrlModelsAndContextForOneCommand() {
        assertThat(new LaunchCommand(BASE, AZURE).sh()).isEqualTo("""
                        ANTHROPIC_BASE_URL=http://localhost:8000/anything \\
                        ANTHROPIC_MODEL=gpt-4.1 \\
                        ANTHROPIC_DEFAULT_HAIKU_MODEL=gpt-4.1 \\
                        ANTHROPIC_DEFAULT_SONNET_MODEL=gpt-4.1 \\
                        ANTHROPIC_DEFAULT_OPUS_MODEL=gpt-4.1 \\
                        CLAUDE_CODE_SUBAGENT_MODEL=gpt-4.1 \\
                        CLAUDE_CODE_MAX_CONTEXT_TOKENS=1047576 \\
                        claude""");
    }

    @Test
    void powerShellGetsItsOwnForm() {
        assertThat(new LaunchCommand(BASE, AZURE).powerShell())
                .startsWith("$env:ANTHROPIC_BASE_URL = 'http://localhost:8000/anything'; ")
                .endsWith("; claude");
    }

    @Test
    void aDummyCredentialIsGivenWhenTheProxyHoldsTheRealOne() {
        AzureSettings withKey = AZURE.withKey(ApiKey.of("0123456789abcdef").orElseThrow());
        assertThat(new LaunchCommand(BASE, withKey).sh())
                .contains("ANTHROPIC_AUTH_TOKEN=x")
                .doesNotContain("0123456789");
    }

    @Test
    void anUnknownModelsContextIsLeftOut() {
        assertThat(new LaunchCommand(BASE, AZURE.withDeployment("my-own-name")).sh())
                .contains("ANTHROPIC_MODEL=my-own-name")
                .doesNotContain("CONTEXT");
    }

    @Test
    void withoutADeploymentThereIsAPlaceToFillIn() {
        assertThat(new LaunchCommand(BASE, AzureSettings.DEFAULT).sh()).contains("ANTHROPIC_MODEL=YOUR_DEPLOYMENT");
    }
}
