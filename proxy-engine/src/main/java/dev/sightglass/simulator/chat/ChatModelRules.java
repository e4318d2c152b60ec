package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.check.Words;
import dev.sightglass.simulator.deployment.ModelFamily;
import dev.sightglass.simulator.deployment.Sampling;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import dev.sightglass.simulator.deployment.ToolsWithEffort;
import java.util.List;

/** What the deployment's family of models refuses although the argument exists. */
final class ChatModelRules implements ChatRule {
    private static final List<String> ALL_EFFORTS = List.of("none", "minimal", "low", "medium", "high", "xhigh");
    private static final List<String> DEFAULT_ONLY = List.of("temperature", "presence_penalty", "frequency_penalty");
    private static final List<String> NOT_AT_ALL = List.of("top_p", "logprobs", "top_logprobs", "logit_bias");

    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        ModelFamily family = deployment.family();
        checkEffort(request.at("reasoning_effort"), family);
        if (family.reasons() && request.at("max_tokens").isPresent()) {
            throw OpenAiErrors.badRequest(
                    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
                    "max_tokens",
                    "unsupported_parameter");
        }
        String effort = request.at("reasoning_effort").value().asString("");
        boolean freeSampling = family.sampling() == Sampling.ALWAYS
                || (family.sampling() == Sampling.WITH_EFFORT_NONE && effort.equals("none"));
        if (!freeSampling) {
            checkSampling(request);
        }
        checkStop(request, family, freeSampling);
        checkParallelCalls(request, family, effort);
        checkToolsWithEffort(request, deployment, effort);
    }

    private static void checkEffort(Field effort, ModelFamily family) {
        if (effort.isAbsent()) {
            return;
        }
        if (!family.reasons()) {
            throw OpenAiErrors.unknownArguments(List.of("reasoning_effort"));
        }
        String value = effort.oneOf(ALL_EFFORTS);
        if (!family.efforts().contains(value)) {
            throw OpenAiErrors.unsupportedValue(
                    "reasoning_effort",
                    "'" + value + "'",
                    "Supported values are: " + Words.quotedList(family.efforts()) + ".");
        }
    }

    private static void checkSampling(Field request) {
        for (String name : DEFAULT_ONLY) {
            Field field = request.at(name);
            double usual = name.equals("temperature") ? 1 : 0;
            if (field.isPresent() && field.value().asDouble() != usual) {
                throw OpenAiErrors.unsupportedValue(
                        name, field.value().toString(), "Only the default (" + (int) usual + ") value is supported.");
            }
        }
        for (String name : NOT_AT_ALL) {
            if (request.at(name).isPresent()) {
                throw OpenAiErrors.unsupportedParameter(name);
            }
        }
    }

    private static void checkStop(Field request, ModelFamily family, boolean freeSampling) {
        boolean taken = family.stopTaken() && (freeSampling || family.sampling() != Sampling.WITH_EFFORT_NONE);
        if (request.at("stop").isPresent() && !taken) {
            throw OpenAiErrors.unsupportedParameter("stop");
        }
    }

    private static void checkParallelCalls(Field request, ModelFamily family, String effort) {
        Field parallel = request.at("parallel_tool_calls");
        if (parallel.isAbsent()) {
            return;
        }
        if (!family.parallelToolCallsTaken()) {
            throw OpenAiErrors.unsupportedParameter("parallel_tool_calls");
        }
        if (effort.equals("minimal") && parallel.value().asBoolean()) {
            throw OpenAiErrors.badRequest(
                    "Parallel tool calls are not supported with reasoning_effort 'minimal'.",
                    "parallel_tool_calls",
                    "unsupported_value");
        }
    }

    private static void checkToolsWithEffort(Field request, SimulatedDeployment deployment, String effort) {
        ToolsWithEffort rule = deployment.family().toolsWithEffort();
        boolean fine = switch (rule) {
            case ANY -> true;
            case OMIT_OR_NONE -> effort.isEmpty() || effort.equals("none");
            case NONE_REQUIRED -> effort.equals("none");
        };
        if (request.at("tools").isPresent() && !fine) {
            throw OpenAiErrors.badRequest(
                    "Function tools with reasoning_effort are not supported for " + deployment.reportedModel()
                            + " in /v1/chat/completions. To use function tools, use /v1/responses or set reasoning_effort to 'none'.",
                    "reasoning_effort",
                    null);
        }
    }
}
