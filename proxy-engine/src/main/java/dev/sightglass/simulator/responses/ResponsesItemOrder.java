package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.OpenAiErrors;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each call has its output, each output its call, and reasoning is followed by what came of it. */
final class ResponsesItemOrder {
    private ResponsesItemOrder() {}

    static void check(List<Field> items) {
        Set<String> called = new HashSet<>();
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String id = items.get(i).at("call_id").value().asString("");
            switch (type(items.get(i))) {
                case "function_call" -> called.add(id);
                case "function_call_output" -> {
                    if (!called.contains(id)) {
                        throw OpenAiErrors.badRequest(
                                "No tool call found for function call output with call_id " + id + ".", "input", null);
                    }
                    answered.add(id);
                }
                case "reasoning" -> checkFollowed(items, i);
                default -> {}
            }
        }
        called.removeAll(answered);
        if (!called.isEmpty()) {
            throw OpenAiErrors.badRequest(
                    "No tool output found for function call "
                            + String.join(", ", called.stream().sorted().toList()) + ".",
                    "input",
                    null);
        }
    }

    private static void checkFollowed(List<Field> items, int index) {
        int next = index + 1;
        while (next < items.size() && type(items.get(next)).equals("reasoning")) {
            next++;
        }
        boolean followed = next < items.size()
                && (type(items.get(next)).equals("function_call")
                        || items.get(next).at("role").value().asString("").equals("assistant"));
        if (!followed) {
            throw OpenAiErrors.badRequest(
                    "Item '" + items.get(index).at("id").value().asString()
                            + "' of type 'reasoning' was provided without its required following item.",
                    "input",
                    null);
        }
    }

    private static String type(Field item) {
        return item.at("type").value().asString("message");
    }
}
