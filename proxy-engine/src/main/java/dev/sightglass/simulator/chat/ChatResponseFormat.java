package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.FunctionNames;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.check.SchemaRules;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Structured output. */
final class ChatResponseFormat implements ChatRule {
    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        Field format = request.at("response_format");
        if (format.isAbsent()) {
            return;
        }
        switch (format.object().at("type").required().oneOf(List.of("json_object", "json_schema", "text"))) {
            case "json_schema" -> checkSchema(format.object(Set.of("type", "json_schema")));
            case "json_object" -> checkJsonIsAsked(request);
            default -> format.object(Set.of("type"));
        }
    }

    private static void checkSchema(Field format) {
        Field jsonSchema =
                format.at("json_schema").required().object(Set.of("name", "description", "schema", "strict"));
        String name = FunctionNames.check(jsonSchema.at("name"));
        boolean strict =
                jsonSchema.at("strict").isPresent() && jsonSchema.at("strict").bool();
        SchemaRules.checkResponseFormat(name, jsonSchema.at("schema").required(), strict);
    }

    private static void checkJsonIsAsked(Field request) {
        if (!request.at("messages").value().toString().toLowerCase(Locale.ROOT).contains("json")) {
            throw OpenAiErrors.badRequest(
                    "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
                    "messages",
                    null);
        }
    }
}
