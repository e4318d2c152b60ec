package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.FunctionNames;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.check.SchemaRules;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import java.util.Set;

/**
 * Tools in their flat form, {@code tool_choice}, and structured output. A function whose {@code strict} is left out is not
 * refused: the service then takes it for strict as far as it can.
 */
final class ResponsesTools implements ResponsesRule {
    private static final int MAX_TOOLS = 128;
    private static final List<String> TYPES =
            List.of("function", "web_search", "web_search_preview", "code_interpreter", "file_search", "mcp", "custom");

    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        Field tools = request.at("tools");
        if (tools.isPresent()) {
            tools.elements(0, MAX_TOOLS).forEach(ResponsesTools::checkTool);
        }
        if (request.at("tool_choice").isPresent()) {
            checkChoice(request, request.at("tool_choice"));
        }
        if (request.at("text").isPresent()) {
            checkFormat(request.at("text").object(Set.of("format", "verbosity")).at("format"));
        }
    }

    private static void checkTool(Field tool) {
        if (!tool.object().at("type").required().oneOf(TYPES).equals("function")) {
            return;
        }
        tool.object(Set.of("type", "name", "description", "parameters", "strict"));
        String name = FunctionNames.check(tool.at("name"));
        if (tool.at("description").isPresent()) {
            tool.at("description").string();
        }
        boolean strict = tool.at("strict").isPresent() && tool.at("strict").bool();
        if (tool.at("parameters").isPresent()) {
            SchemaRules.checkFunction(name, tool.at("parameters"), strict);
        }
    }

    private static void checkChoice(Field request, Field choice) {
        if (choice.value().isString()) {
            String word = choice.oneOf(List.of("none", "auto", "required"));
            if (word.equals("required") && request.at("tools").value().isEmpty()) {
                throw OpenAiErrors.badRequest(
                        "Tool choice 'required' must be specified with 'tools' parameter.", "tool_choice", null);
            }
            return;
        }
        choice.object(Set.of("type", "name")).at("type").required().oneOf(TYPES);
        if (choice.at("type").value().asString().equals("function")) {
            String name = choice.at("name").required().string();
            boolean offered = request.at("tools")
                    .value()
                    .valueStream()
                    .anyMatch(tool -> tool.path("name").asString("").equals(name));
            if (!offered) {
                throw OpenAiErrors.badRequest(
                        "Tool choice '" + name + "' not found in 'tools' parameter.", "tool_choice", null);
            }
        }
    }

    private static void checkFormat(Field format) {
        if (format.isAbsent()) {
            return;
        }
        String type = format.object().at("type").required().oneOf(List.of("json_object", "json_schema", "text"));
        if (type.equals("json_schema")) {
            format.object(Set.of("type", "name", "description", "schema", "strict"));
            String name = FunctionNames.check(format.at("name"));
            boolean strict =
                    format.at("strict").isPresent() && format.at("strict").bool();
            SchemaRules.checkResponseFormat(name, format.at("schema").required(), strict);
        }
    }
}
