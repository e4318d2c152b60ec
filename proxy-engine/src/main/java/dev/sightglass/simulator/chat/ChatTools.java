package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.FunctionNames;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.check.SchemaRules;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The functions on offer: number, names, members, schemas. */
final class ChatTools implements ChatRule {
    private static final int MAX_TOOLS = 128;

    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        if (request.at("functions").isPresent() || request.at("function_call").isPresent()) {
            throw OpenAiErrors.unsupportedParameter(
                    request.at("functions").isPresent() ? "functions" : "function_call");
        }
        Field tools = request.at("tools");
        if (tools.isAbsent()) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (Field tool : tools.elements(1, MAX_TOOLS)) {
            if (!names.add(checkTool(tool))) {
                throw OpenAiErrors.badRequest(
                        "Invalid 'tools': function names must be unique.",
                        tool.path() + ".function.name",
                        "invalid_value");
            }
        }
    }

    private static String checkTool(Field tool) {
        tool.object().at("type").required().oneOf(List.of("function"));
        tool.object(Set.of("type", "function"));
        Field function = tool.at("function").required().object(Set.of("name", "description", "parameters", "strict"));
        String name = FunctionNames.check(function.at("name"));
        if (function.at("description").isPresent()) {
            function.at("description").string();
        }
        boolean strict =
                function.at("strict").isPresent() && function.at("strict").bool();
        if (function.at("parameters").isPresent()) {
            SchemaRules.checkFunction(name, function.at("parameters"), strict);
        }
        return name;
    }
}
