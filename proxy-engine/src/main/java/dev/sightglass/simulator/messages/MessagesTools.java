package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.check.MessagesErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The tools on offer and {@code tool_choice}. Server tools are let through by their type: their members are many. */
final class MessagesTools implements MessagesRule {
    private static final Set<String> CUSTOM = Set.of(
            "name",
            "description",
            "input_schema",
            "type",
            "cache_control",
            "strict",
            "defer_loading",
            "eager_input_streaming",
            "input_examples",
            "allowed_callers");
    private static final Pattern NAME = Pattern.compile("^[a-zA-Z0-9_-]{1,128}$");

    @Override
    public void check(MessagesCall call, SimulatedDeployment deployment) {
        Node tools = call.body().at("tools");
        Set<String> names = new HashSet<>();
        if (tools.isPresent()) {
            for (Node tool : tools.elements()) {
                if (!names.add(checkTool(tool))) {
                    throw MessagesErrors.at("tools", "Tool names must be unique.");
                }
            }
        }
        Node choice = call.body().at("tool_choice");
        if (choice.isPresent()) {
            checkChoice(choice, names);
        }
    }

    private static String checkTool(Node tool) {
        String type = tool.object().at("type").text();
        String name = tool.at("name").text();
        if (!type.isEmpty() && !type.equals("custom")) {
            return type + "/" + name;
        }
        Node custom = new Node(tool.path() + ".custom", tool.value()).object(CUSTOM);
        custom.at("name").required().string();
        if (!NAME.matcher(name).matches()) {
            throw MessagesErrors.at(custom.at("name").path(), "String should match pattern '^[a-zA-Z0-9_-]{1,128}$'");
        }
        Node schema = custom.at("input_schema").required().object();
        if (!schema.at("type").required().text().equals("object")) {
            throw MessagesErrors.at(schema.at("type").path(), "Input should be 'object'");
        }
        return name;
    }

    private static void checkChoice(Node choice, Set<String> names) {
        String type = choice.object(Set.of("type", "name", "disable_parallel_tool_use"))
                .at("type")
                .required()
                .oneOf(List.of("auto", "any", "tool", "none"));
        if (names.isEmpty() && !type.equals("none")) {
            throw MessagesErrors.badRequest("tool_choice may only be specified while providing tools.");
        }
        if (type.equals("tool")) {
            String name = choice.at("name").required().string();
            if (names.stream().noneMatch(offered -> offered.equals(name) || offered.endsWith("/" + name))) {
                throw MessagesErrors.badRequest("Tool '" + name + "' not found in provided tools");
            }
        }
    }
}
