package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import java.util.Set;

/** {@code tool_choice} and {@code parallel_tool_calls}: only with tools, and only what is on offer. */
final class ChatToolChoice implements ChatRule {
    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        for (String name : List.of("tool_choice", "parallel_tool_calls")) {
            if (request.at(name).isPresent() && request.at("tools").isAbsent()) {
                throw OpenAiErrors.badRequest(
                        "Invalid value for '" + name + "': '" + name + "' is only allowed when 'tools' are specified.",
                        name,
                        null);
            }
        }
        Field choice = request.at("tool_choice");
        if (choice.isPresent() && choice.value().isString()) {
            choice.oneOf(List.of("none", "auto", "required"));
        } else if (choice.isPresent()) {
            checkNamed(request, choice.object(Set.of("type", "function")));
        }
    }

    private static void checkNamed(Field request, Field choice) {
        choice.at("type").required().oneOf(List.of("function"));
        String name = choice.at("function")
                .required()
                .object(Set.of("name"))
                .at("name")
                .required()
                .string();
        boolean offered = request.at("tools").elements().stream()
                .anyMatch(tool ->
                        tool.at("function").at("name").value().asString().equals(name));
        if (!offered) {
            throw OpenAiErrors.badRequest(
                    "Tool choice '" + name + "' not found in 'tools' parameter.", "tool_choice", null);
        }
    }
}
