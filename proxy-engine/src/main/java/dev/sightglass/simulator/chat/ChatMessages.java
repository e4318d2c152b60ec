package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.FunctionNames;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The messages one by one: roles, members, content, tool calls. Their order is {@link ChatToolOrder}'s matter. */
final class ChatMessages implements ChatRule {
    private static final List<String> ROLES = List.of("system", "assistant", "user", "function", "tool", "developer");
    private static final Set<String> PLAIN = Set.of("role", "content", "name");
    private static final Set<String> ASSISTANT = Set.of("role", "content", "name", "refusal", "audio", "tool_calls");
    private static final Set<String> TOOL = Set.of("role", "content", "name", "tool_call_id");
    private static final int MAX_CALL_ID = 40;
    private static final int MAX_CALLS = 128;

    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        List<Field> messages = request.at("messages").required().elements(1, 2048);
        messages.forEach(ChatMessages::checkMessage);
        Set<String> roles = messages.stream()
                .map(message -> message.at("role").value().asString())
                .collect(Collectors.toSet());
        if (roles.contains("system") && roles.contains("developer")) {
            throw OpenAiErrors.badRequest(
                    "Invalid 'messages': messages with role 'system' and messages with role 'developer' cannot be used in the same request.",
                    "messages",
                    "invalid_value");
        }
    }

    private static void checkMessage(Field message) {
        switch (message.object().at("role").required().oneOf(ROLES)) {
            case "assistant" -> checkAssistant(message.object(ASSISTANT));
            case "tool" -> checkToolResult(message.object(TOOL));
            case "function" ->
                throw OpenAiErrors.badRequest(
                        "Invalid parameter: messages with role 'function' are deprecated; use role 'tool'.",
                        message.at("role").path(),
                        null);
            default -> checkPlain(message.object(PLAIN));
        }
    }

    private static void checkPlain(Field message) {
        checkContent(message);
        if (message.at("name").isPresent()) {
            FunctionNames.check(message.at("name"));
        }
    }

    private static void checkAssistant(Field message) {
        Field calls = message.at("tool_calls");
        boolean speaks =
                message.at("content").isPresent() || message.at("refusal").isPresent();
        if (!speaks && calls.isAbsent()) {
            throw OpenAiErrors.badRequest(
                    "Invalid value for 'content': expected a string, got null.",
                    message.at("content").path(),
                    null);
        }
        if (message.at("content").isPresent()) {
            checkContent(message);
        }
        if (calls.isPresent()) {
            calls.elements(1, MAX_CALLS).forEach(ChatMessages::checkCall);
        }
    }

    private static void checkCall(Field call) {
        call.object(Set.of("id", "type", "function"));
        call.at("id").required().string(MAX_CALL_ID);
        call.at("type").required().oneOf(List.of("function"));
        Field function = call.at("function").required().object(Set.of("name", "arguments"));
        FunctionNames.check(function.at("name"));
        function.at("arguments").required().string();
    }

    private static void checkToolResult(Field message) {
        message.at("tool_call_id").required().string(MAX_CALL_ID);
        checkContent(message);
    }

    private static void checkContent(Field message) {
        Field content = message.at("content").required();
        if (content.value().isString()) {
            return;
        }
        if (content.value().isNull()) {
            throw OpenAiErrors.badRequest(
                    "Invalid value for 'content': expected a string, got null.", content.path(), null);
        }
        if (!content.value().isArray()) {
            throw OpenAiErrors.wrongType(content.path(), "one of a string or array of objects", content.value());
        }
        String role = message.at("role").value().asString();
        content.elements(1, Integer.MAX_VALUE).forEach(part -> ChatContentPart.check(message, role, part));
    }
}
