package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.check.MessagesErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Each tool use has its result at the beginning of the next user turn, and each result has its use. Neighbouring messages of one
 * role are one turn; system messages in between do not part a turn from the next.
 */
final class MessagesToolOrder implements MessagesRule {
    private record Turn(int index, String role, List<Node> blocks) {}

    @Override
    public void check(MessagesCall call, SimulatedDeployment deployment) {
        Set<String> open = Set.of();
        int opener = 0;
        for (Turn turn : turns(call.body())) {
            Set<String> results = new LinkedHashSet<>();
            for (Node block : turn.blocks()) {
                if (block.at("type").text().equals("tool_result")) {
                    String id = block.at("tool_use_id").text();
                    if (!open.contains(id)) {
                        throw MessagesErrors.at(
                                block.path(),
                                "unexpected `tool_use_id` found in `tool_result` blocks: " + id
                                        + ". Each `tool_result` block must have a corresponding `tool_use` block in the previous message.");
                    }
                    if (!results.add(id)) {
                        throw MessagesErrors.at(
                                block.path(),
                                "each tool_use must have a single result. Found multiple `tool_result` blocks with id: "
                                        + id);
                    }
                }
            }
            requireAnswered(open, results, opener);
            open = uses(turn);
            opener = turn.index();
        }
        requireAnswered(open, Set.of(), opener);
    }

    private static void requireAnswered(Set<String> open, Set<String> results, int opener) {
        List<String> missing = open.stream().filter(id -> !results.contains(id)).toList();
        if (!missing.isEmpty()) {
            throw MessagesErrors.at(
                    "messages." + opener,
                    "`tool_use` ids were found without `tool_result` blocks immediately after: "
                            + String.join(", ", missing)
                            + ". Each `tool_use` block must have a corresponding `tool_result` block in the next message.");
        }
    }

    private static Set<String> uses(Turn turn) {
        Set<String> ids = new LinkedHashSet<>();
        for (Node block : turn.blocks()) {
            if (block.at("type").text().equals("tool_use")
                    && !ids.add(block.at("id").text())) {
                throw MessagesErrors.at("messages", "`tool_use` ids must be unique");
            }
        }
        return ids;
    }

    private static List<Turn> turns(Node body) {
        List<Turn> turns = new ArrayList<>();
        List<Node> messages = body.at("messages").elements();
        for (int i = 0; i < messages.size(); i++) {
            String role = messages.get(i).at("role").text();
            if (role.equals("system")) {
                continue;
            }
            if (turns.isEmpty() || !turns.getLast().role().equals(role)) {
                turns.add(new Turn(i, role, new ArrayList<>()));
            }
            if (messages.get(i).at("content").value().isArray()) {
                turns.getLast().blocks().addAll(messages.get(i).at("content").elements());
            }
        }
        return turns;
    }
}
