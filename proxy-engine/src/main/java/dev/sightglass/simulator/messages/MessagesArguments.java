package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.check.MessagesErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Headers and top-level fields: which exist, with which beta, their types and ranges. */
final class MessagesArguments implements MessagesRule {
    private static final Set<String> ALWAYS = Set.of(
            "max_tokens",
            "messages",
            "metadata",
            "model",
            "output_config",
            "service_tier",
            "stop_sequences",
            "stream",
            "system",
            "temperature",
            "thinking",
            "tool_choice",
            "tools",
            "top_k",
            "top_p");
    private static final int MIN_BUDGET = 1024;

    @Override
    public void check(MessagesCall call, SimulatedDeployment deployment) {
        if (call.head().header("anthropic-version").isEmpty()) {
            throw MessagesErrors.at("anthropic-version", "header is required");
        }
        Node body = call.body();
        Set<String> known = new HashSet<>(ALWAYS);
        if (call.hasBeta("context-management-")) {
            known.add("context_management");
        }
        if (call.hasBeta("mcp-client-")) {
            known.add("mcp_servers");
        }
        body.object(known);
        body.at("model").required().string();
        checkLimit(call, deployment);
        checkNumbers(body);
        checkThinking(body, deployment);
        checkOthers(body);
    }

    private static void checkLimit(MessagesCall call, SimulatedDeployment deployment) {
        Node limit = call.body().at("max_tokens");
        if (call.counting() && limit.isAbsent()) {
            return;
        }
        int tokens = limit.required().integer(1);
        if (tokens > deployment.maxOutputTokens()) {
            throw MessagesErrors.at(
                    "max_tokens",
                    tokens + " > " + deployment.maxOutputTokens()
                            + ", which is the maximum allowed number of output tokens for "
                            + deployment.reportedModel());
        }
    }

    private static void checkNumbers(Node body) {
        if (body.at("temperature").isPresent()) {
            body.at("temperature").decimal(0, 1);
        }
        if (body.at("top_p").isPresent()) {
            body.at("top_p").decimal(0, 1);
        }
        if (body.at("top_k").isPresent()) {
            body.at("top_k").integer(0);
        }
        if (body.at("stream").isPresent()) {
            body.at("stream").bool();
        }
    }

    private static void checkThinking(Node body, SimulatedDeployment deployment) {
        Node thinking = body.at("thinking");
        if (thinking.isAbsent()) {
            return;
        }
        switch (thinking.object().at("type").required().oneOf(List.of("enabled", "disabled", "adaptive"))) {
            case "enabled" -> checkBudget(body, thinking);
            case "adaptive" -> {
                if (!deployment.midConversationSystem()) {
                    throw MessagesErrors.badRequest("adaptive thinking is not supported on this model");
                }
            }
            default -> {}
        }
        if (thinking.at("type").text().equals("enabled")
                && body.at("temperature").value().asDouble(1) != 1) {
            throw MessagesErrors.badRequest("`temperature` may only be set to 1 when thinking is enabled.");
        }
    }

    private static void checkBudget(Node body, Node thinking) {
        int budget = new Node(
                        "thinking.enabled.budget_tokens",
                        thinking.at("budget_tokens").value())
                .required()
                .integer(MIN_BUDGET);
        if (body.at("max_tokens").value().asInt(Integer.MAX_VALUE) <= budget) {
            throw MessagesErrors.badRequest(
                    "`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our "
                            + "documentation at https://docs.claude.com/en/docs/build-with-claude/extended-thinking#max-tokens-and-context-window-size");
        }
    }

    private static void checkOthers(Node body) {
        if (body.at("metadata").isPresent()) {
            body.at("metadata").object(Set.of("user_id"));
        }
        if (body.at("output_config").isPresent()) {
            body.at("output_config").object(Set.of("effort", "format", "task_budget"));
        }
        if (body.at("stop_sequences").isPresent()) {
            body.at("stop_sequences").elements().forEach(Node::string);
        }
        if (body.at("service_tier").isPresent()) {
            body.at("service_tier").oneOf(List.of("auto", "standard_only"));
        }
    }
}
