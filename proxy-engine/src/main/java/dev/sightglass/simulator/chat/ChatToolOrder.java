package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.check.RequestRefused;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** After an assistant message with tool calls come exactly its tool messages, before any other role. */
final class ChatToolOrder implements ChatRule {
    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        Set<String> open = Set.of();
        Set<String> called = Set.of();
        List<Field> messages = request.at("messages").elements();
        for (int i = 0; i < messages.size(); i++) {
            Field message = messages.get(i);
            if (message.at("role").value().asString().equals("tool")) {
                String id = message.at("tool_call_id").value().asString();
                if (!called.contains(id)) {
                    throw orphan(i, called.isEmpty(), id);
                }
                if (!open.remove(id)) {
                    throw OpenAiErrors.badRequest(
                            "Duplicate value for 'tool_call_id' of '" + id + "' in message[" + i + "]",
                            "messages.[" + i + "].tool_call_id",
                            null);
                }
            } else {
                requireAnswered(open, i);
                open = callIds(message);
                called = new LinkedHashSet<>(open);
            }
        }
        requireAnswered(open, messages.size());
    }

    private static RequestRefused orphan(int index, boolean noCalls, String id) {
        String message = noCalls
                ? "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'."
                : "Invalid parameter: 'tool_call_id' of '" + id + "' not found in 'tool_calls' of previous message.";
        return OpenAiErrors.badRequest(
                message, "messages.[" + index + "]." + (noCalls ? "role" : "tool_call_id"), null);
    }

    private static void requireAnswered(Set<String> open, int index) {
        if (!open.isEmpty()) {
            throw OpenAiErrors.badRequest(
                    "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. "
                            + "The following tool_call_ids did not have response messages: " + String.join(", ", open),
                    "messages.[" + index + "].role",
                    null);
        }
    }

    private static Set<String> callIds(Field message) {
        Set<String> ids = new LinkedHashSet<>();
        Field calls = message.at("tool_calls");
        if (calls.isPresent()) {
            for (Field call : calls.elements()) {
                if (!ids.add(call.at("id").value().asString())) {
                    throw OpenAiErrors.badRequest(
                            "Duplicate value for 'id' in 'tool_calls'.",
                            call.at("id").path(),
                            "invalid_value");
                }
            }
        }
        return ids;
    }
}
