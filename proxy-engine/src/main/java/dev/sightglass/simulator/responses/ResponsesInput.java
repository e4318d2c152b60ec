package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.FunctionNames;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import java.util.Set;

/** The input items one by one; how they belong together is {@link ResponsesItemOrder}'s matter. */
final class ResponsesInput implements ResponsesRule {
    private static final List<String> TYPES =
            List.of("message", "function_call", "function_call_output", "reasoning", "item_reference");
    private static final List<String> ROLES = List.of("assistant", "system", "developer", "user");
    private static final List<String> STATUS = List.of("in_progress", "completed", "incomplete");
    private static final int MAX_CALL_ID = 64;

    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        Field input = request.at("input").required();
        if (input.value().isString()) {
            return;
        }
        if (!input.value().isArray()) {
            throw OpenAiErrors.wrongType("input", "one of a string or array of items", input.value());
        }
        List<Field> items = input.elements(1, Integer.MAX_VALUE);
        items.forEach(ResponsesInput::checkItem);
        ResponsesItemOrder.check(items);
    }

    private static void checkItem(Field item) {
        String type = item.object().at("type").isAbsent()
                ? "message"
                : item.at("type").oneOf(TYPES);
        switch (type) {
            case "message" -> checkMessage(item);
            case "function_call" -> checkCall(item);
            case "function_call_output" -> checkOutput(item);
            case "reasoning" -> checkReasoning(item);
            default ->
                throw OpenAiErrors.badRequest(
                        "Item with id '" + item.at("id").value().asString("") + "' not found.", item.path(), null);
        }
    }

    private static void checkMessage(Field item) {
        String role = item.at("role").required().oneOf(ROLES);
        item.object(
                role.equals("assistant")
                        ? Set.of("type", "role", "content", "id", "status", "phase")
                        : Set.of("type", "role", "content", "id", "status"));
        Field content = item.at("content").required();
        if (content.value().isString()) {
            return;
        }
        if (!content.value().isArray()) {
            throw OpenAiErrors.wrongType(content.path(), "one of a string or array of content parts", content.value());
        }
        content.elements(1, Integer.MAX_VALUE).forEach(part -> ResponsesContentPart.check(role, part));
    }

    private static void checkCall(Field item) {
        item.object(Set.of("type", "id", "call_id", "name", "arguments", "status"));
        item.at("call_id").required().string(MAX_CALL_ID);
        FunctionNames.check(item.at("name"));
        item.at("arguments").required().string();
        checkId(item, "fc");
    }

    private static void checkOutput(Field item) {
        item.object(Set.of("type", "id", "call_id", "output", "status"));
        item.at("call_id").required().string(MAX_CALL_ID);
        Field output = item.at("output").required();
        if (output.value().isArray()) {
            output.elements(1, Integer.MAX_VALUE).forEach(part -> ResponsesContentPart.check("user", part));
        } else if (!output.value().isString()) {
            throw OpenAiErrors.wrongType(output.path(), "one of a string or array of content parts", output.value());
        }
    }

    private static void checkReasoning(Field item) {
        item.object(Set.of("type", "id", "summary", "content", "encrypted_content", "status"));
        item.at("id").required().string();
        checkId(item, "rs");
        item.at("summary").required().elements().forEach(part -> {
            part.object(Set.of("type", "text")).at("type").required().oneOf(List.of("summary_text"));
            part.at("text").required().string();
        });
        Field encrypted = item.at("encrypted_content");
        if (encrypted.isAbsent()) {
            throw OpenAiErrors.badRequest(
                    "Item with id '" + item.at("id").value().asString()
                            + "' not found. Items are not persisted when `store` is set to false. "
                            + "Try again with `store` set to true, or remove this item from your input.",
                    item.path(),
                    null);
        }
        if (!encrypted.string().startsWith(ResponsesItems.ENCRYPTED_PREFIX)) {
            throw OpenAiErrors.badRequest(
                    "The encrypted content for item " + item.at("id").value().asString()
                            + " could not be verified. Reason: Encrypted content could not be decrypted or parsed.",
                    item.path(),
                    "invalid_encrypted_content");
        }
    }

    private static void checkId(Field item, String prefix) {
        Field id = item.at("id");
        if (id.isPresent() && !id.string(MAX_CALL_ID).startsWith(prefix)) {
            throw OpenAiErrors.badRequest(
                    "Invalid '" + id.path() + "': '" + id.value().asString() + "'. Expected an ID that begins with '"
                            + prefix + "'.",
                    id.path(),
                    "invalid_value");
        }
        if (item.at("status").isPresent()) {
            item.at("status").oneOf(STATUS);
        }
    }
}
