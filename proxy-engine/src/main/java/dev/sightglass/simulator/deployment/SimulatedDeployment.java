package dev.sightglass.simulator.deployment;

import java.util.Set;

/**
 * One deployment of the simulated resource.
 *
 * @param name the deployment's name, as in the path or in the field {@code model}
 * @param reportedModel the model and version that answers report
 * @param maxOutputTokens the most output tokens that a request may ask for
 * @param contextWindow input and output tokens together
 * @param apis the APIs through which it answers
 * @param asynchronousFilter whether the content filter annotates behind the text, in chunks of their own
 * @param midConversationSystem whether the Messages API takes the role {@code system} inside {@code messages}
 */
public record SimulatedDeployment(
        String name,
        String reportedModel,
        ModelFamily family,
        int maxOutputTokens,
        int contextWindow,
        Set<Api> apis,
        boolean asynchronousFilter,
        boolean midConversationSystem) {
    public SimulatedDeployment {
        apis = Set.copyOf(apis);
    }

    /** A deployment of an OpenAI model on Chat Completions and Responses. */
    public static SimulatedDeployment openAi(
            String name, String reportedModel, ModelFamily family, int maxOutputTokens, int contextWindow) {
        Set<Api> apis =
                family == ModelFamily.CODEX ? Set.of(Api.RESPONSES) : Set.of(Api.CHAT_COMPLETIONS, Api.RESPONSES);
        return new SimulatedDeployment(name, reportedModel, family, maxOutputTokens, contextWindow, apis, false, false);
    }

    /** A deployment of a Claude model on the Foundry endpoint. */
    public static SimulatedDeployment claude(String name, String reportedModel, int maxOutputTokens) {
        return new SimulatedDeployment(
                name, reportedModel, ModelFamily.CLAUDE, maxOutputTokens, 200_000, Set.of(Api.MESSAGES), false, false);
    }

    public SimulatedDeployment named(String other) {
        return new SimulatedDeployment(
                other,
                reportedModel,
                family,
                maxOutputTokens,
                contextWindow,
                apis,
                asynchronousFilter,
                midConversationSystem);
    }

    public SimulatedDeployment withContextWindow(int tokens) {
        return new SimulatedDeployment(
                name, reportedModel, family, maxOutputTokens, tokens, apis, asynchronousFilter, midConversationSystem);
    }

    public SimulatedDeployment withMaxOutputTokens(int tokens) {
        return new SimulatedDeployment(
                name, reportedModel, family, tokens, contextWindow, apis, asynchronousFilter, midConversationSystem);
    }

    public SimulatedDeployment withAsynchronousFilter() {
        return new SimulatedDeployment(
                name, reportedModel, family, maxOutputTokens, contextWindow, apis, true, midConversationSystem);
    }

    public SimulatedDeployment withMidConversationSystem() {
        return new SimulatedDeployment(
                name, reportedModel, family, maxOutputTokens, contextWindow, apis, asynchronousFilter, true);
    }
}
