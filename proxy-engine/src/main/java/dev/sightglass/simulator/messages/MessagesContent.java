package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.check.MessagesErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import java.util.Set;

/** The system prompt and the messages one by one. */
final class MessagesContent implements MessagesRule {
    private static final int MAX_CACHE_CONTROLS = 4;

    @Override
    public void check(MessagesCall call, SimulatedDeployment deployment) {
        Node system = call.body().at("system");
        if (system.isPresent() && !system.value().isString()) {
            system.elements().forEach(block -> {
                block.at("type").required().oneOf(List.of("text"));
                MessagesBlock.check(block);
            });
        }
        List<Node> messages = call.body().at("messages").required().elements();
        if (messages.isEmpty()) {
            throw MessagesErrors.at("messages", "at least one message is required");
        }
        messages.forEach(message -> checkMessage(message, deployment.midConversationSystem()));
        if (messages.getFirst().at("role").text().equals("assistant")) {
            throw MessagesErrors.at("messages", "first message must use the \"user\" role");
        }
        checkCacheControls(call.body());
    }

    private static void checkMessage(Node message, boolean systemTaken) {
        String role = message.object().at("role").required().string();
        if (role.equals("system") && !systemTaken) {
            throw MessagesErrors.at(
                    "messages",
                    "Unexpected role \"system\". The Messages API accepts a top-level `system` parameter, not \"system\" as an input message role.");
        }
        message.at("role").oneOf(List.of("user", "assistant", "system"));
        message.object(
                role.equals("system")
                        ? Set.of("role", "content", "clear_at", "output_config")
                        : Set.of("role", "content"));
        Node content = message.at("content").required();
        if (content.value().isString()) {
            if (content.string().isEmpty() && !role.equals("assistant")) {
                throw MessagesErrors.at(message.path(), role + " messages must have non-empty content");
            }
            return;
        }
        List<Node> blocks = content.elements();
        if (blocks.isEmpty() && !role.equals("assistant")) {
            throw MessagesErrors.at(message.path(), role + " messages must have non-empty content");
        }
        blocks.forEach(MessagesBlock::check);
    }

    private static void checkCacheControls(Node body) {
        int found = count(body);
        if (found > MAX_CACHE_CONTROLS) {
            throw MessagesErrors.badRequest("A maximum of " + MAX_CACHE_CONTROLS
                    + " blocks with cache_control may be provided. Found " + found + ".");
        }
    }

    private static int count(Node body) {
        int found = 0;
        for (String name : List.of("system", "messages", "tools")) {
            found += body.at(name).value().findValues("cache_control").size();
        }
        return found;
    }
}
