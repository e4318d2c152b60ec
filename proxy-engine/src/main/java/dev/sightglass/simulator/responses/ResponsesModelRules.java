package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.check.Words;
import dev.sightglass.simulator.deployment.ModelFamily;
import dev.sightglass.simulator.deployment.Sampling;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import java.util.Set;

/** Reasoning and sampling, by family of model. */
final class ResponsesModelRules implements ResponsesRule {
    private static final List<String> ALL_EFFORTS = List.of("none", "minimal", "low", "medium", "high", "xhigh");

    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        ModelFamily family = deployment.family();
        Field reasoning = request.at("reasoning");
        if (reasoning.isPresent()) {
            checkReasoning(reasoning.object(Set.of("effort", "summary", "generate_summary")), family);
        }
        boolean encrypted = request.at("include").value().toString().contains("reasoning.encrypted_content");
        if (encrypted && !family.reasons()) {
            throw OpenAiErrors.badRequest("Encrypted content is not supported with this model.", "include", null);
        }
        String effort = reasoning.isPresent() ? reasoning.at("effort").value().asString("") : "";
        boolean freeSampling = family.sampling() == Sampling.ALWAYS
                || (family.sampling() == Sampling.WITH_EFFORT_NONE && effort.equals("none"));
        for (String name : List.of("temperature", "top_p", "top_logprobs")) {
            if (request.at(name).isPresent() && !freeSampling) {
                throw OpenAiErrors.unsupportedParameter(name);
            }
        }
        if (request.at("parallel_tool_calls").isPresent()
                && !family.parallelToolCallsTaken()
                && request.at("parallel_tool_calls").value().asBoolean()) {
            throw OpenAiErrors.unsupportedParameter("parallel_tool_calls");
        }
    }

    private static void checkReasoning(Field reasoning, ModelFamily family) {
        Field effort = reasoning.at("effort");
        if (!family.reasons() && (effort.isPresent() || reasoning.at("summary").isPresent())) {
            throw OpenAiErrors.unsupportedParameter(effort.isPresent() ? "reasoning.effort" : "reasoning.summary");
        }
        if (effort.isPresent()) {
            String value = effort.oneOf(ALL_EFFORTS);
            if (!family.efforts().contains(value)) {
                throw OpenAiErrors.unsupportedValue(
                        "reasoning.effort",
                        "'" + value + "'",
                        "Supported values are: " + Words.quotedList(family.efforts()) + ".");
            }
        }
        if (reasoning.at("summary").isPresent()) {
            reasoning.at("summary").oneOf(List.of("auto", "concise", "detailed"));
        }
    }
}
