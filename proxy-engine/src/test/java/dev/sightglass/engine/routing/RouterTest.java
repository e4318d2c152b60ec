package dev.sightglass.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.DeploymentSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ModelRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private static final EngineSettings PLAIN = EngineSettings.DEFAULT.with(AzureSettings.DEFAULT.withInstance("res"));
    private static final EngineSettings MAPPED = PLAIN.with(PLAIN.azure().withDeployment("only"))
            .withDeployments(List.of(DeploymentSettings.named("known")))
            .withModelMap(List.of(
                    new ModelRule("*", "rest"),
                    new ModelRule("claude-*", "prefix"),
                    new ModelRule("claude-haiku-*", "longer"),
                    new ModelRule("claude-haiku-4-5", "exact")));

    @ParameterizedTest
    @CsvSource({
        "claude-haiku-4-5, exact, names this model",
        "claude-haiku-3, longer, claude-haiku-*",
        "claude-opus-4-8, prefix, claude-*",
        "known, known, own name",
        "gpt-4.1, rest, all other models"
    })
    void theNarrowestRuleWins(String model, String deployment, String reason) throws Exception {
        Route route = new Router(MAPPED, new LearntFamilies()).route(model);
        assertThat(route.deployment().name()).isEqualTo(deployment);
        assertThat(route.reason()).contains(reason);
        assertThat(route.requestedModel()).isEqualTo(model);
    }

    @Test
    void withoutRulesTheOneDeploymentTakesAll() throws Exception {
        EngineSettings settings = PLAIN.with(PLAIN.azure().withDeployment("only"));
        assertThat(new Router(settings, new LearntFamilies())
                        .route("claude-x")
                        .deployment()
                        .name())
                .isEqualTo("only");
    }

    @Test
    void withoutAnythingTheModelIsTheDeployment() throws Exception {
        Route route = new Router(PLAIN, new LearntFamilies()).route("gpt-4.1");
        assertThat(route.deployment().name()).isEqualTo("gpt-4.1");
        assertThat(route.deployment().instance()).isEqualTo("res");
        assertThat(route.reason()).contains("taken for the deployment");
    }

    @Test
    void aDeploymentsOwnSettingsWin() throws Exception {
        EngineSettings settings = PLAIN.withDeployments(List.of(DeploymentSettings.named("d")
                .withUpstream(UpstreamKind.ANTHROPIC)
                .withEndpoint("https://other.services.ai.azure.com/anthropic/")));
        Route route = new Router(settings, new LearntFamilies()).route("d");
        assertThat(route.deployment().upstream()).isEqualTo(UpstreamKind.ANTHROPIC);
        assertThat(route.deployment().endpoint()).isEqualTo("https://other.services.ai.azure.com");
        assertThat(route.deployment().instance()).isEqualTo("other");
    }

    @Test
    void withoutAnEndpointThereIsNoRoute() {
        assertThatThrownBy(() -> new Router(EngineSettings.DEFAULT, new LearntFamilies()).route("m"))
                .isInstanceOf(NoRoute.class)
                .hasMessageContaining("AZURE_OPENAI_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void aNameThatWouldLeadElsewhereIsNoDeployment(String model) {
        assertThatThrownBy(() -> new Router(PLAIN, new LearntFamilies()).route(model))
                .isInstanceOf(NoRoute.class)
                .hasMessageContaining("'" + model + "'");
    }

    @Test
    void theFamilyOfAFreeNameIsLearntFromAnswers() throws Exception {
        LearntFamilies learnt = new LearntFamilies();
        Router router = new Router(PLAIN, learnt);
        assertThat(router.route("prod-1").deployment().family()).isEqualTo(ModelFamily.OTHER);
        learnt.reported("prod-1", "gpt-5-mini-2025-08-07");
        assertThat(router.route("prod-1").deployment().family()).isEqualTo(ModelFamily.GPT_5);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4.1, CLASSIC",
        "gpt-4.1-2025-04-14, CLASSIC",
        "gpt-4o-mini, CLASSIC",
        "gpt-35-turbo, CLASSIC",
        "gpt-5-chat, CLASSIC",
        "o3-mini, O_SERIES",
        "my-o1, O_SERIES",
        "o4-mini-prod, O_SERIES",
        "gpt-5, GPT_5",
        "gpt-5-nano, GPT_5",
        "gpt-5.1, GPT_5_1",
        "gpt-5.2, GPT_5_1",
        "gpt-5.4, GPT_5_4",
        "gpt-5.6, GPT_5_6",
        "gpt-6-astra, GPT_5_6",
        "gpt-5.1-codex, RESPONSES_ONLY",
        "gpt-5-pro, RESPONSES_ONLY",
        "claude-sonnet-4-5, CLAUDE",
        "production, OTHER",
        "llama-4, OTHER"
    })
    void familiesAreGuessedFromNames(String name, ModelFamily family) {
        assertThat(FamilyGuess.of(name)).isEqualTo(family);
    }
}
