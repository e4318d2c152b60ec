package dev.sightglass.simulator.check;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the service refuses in a JSON schema, both for function parameters and for response formats. Only the rules that are
 * known to be enforced: a schema that passes is not therefore a good schema.
 */
public final class SchemaRules {
    private static final List<String> ROOT_UNIONS = List.of("oneOf", "anyOf", "allOf", "enum", "not");

    private final String subject;
    private final String param;
    private final String code;
    private final boolean strict;

    private SchemaRules(String subject, String param, String code, boolean strict) {
        this.subject = subject;
        this.param = param;
        this.code = code;
        this.strict = strict;
    }

    public static void checkFunction(String functionName, Field schema, boolean strict) {
        SchemaRules rules = new SchemaRules(
                "function '" + functionName + "'", schema.path(), "invalid_function_parameters", strict);
        rules.checkRoot(schema.object().value());
    }

    public static void checkResponseFormat(String formatName, Field schema, boolean strict) {
        SchemaRules rules = new SchemaRules(
                "response_format '" + formatName + "'", "response_format", "invalid_json_schema", strict);
        schema.object();
        if (strict) {
            rules.checkRoot(schema.value());
        }
    }

    private void checkRoot(JsonNode schema) {
        String type = schema.path("type").asString("None");
        if (!type.equals("object")) {
            throw refuse("schema must be a JSON Schema of 'type: \"object\"', got 'type: \"" + type + "\"'.");
        }
        if (ROOT_UNIONS.stream().anyMatch(schema::has)) {
            throw refuse(
                    "schema must have type 'object' and not have 'oneOf'/'anyOf'/'allOf'/'enum'/'not' at the top level.");
        }
        if (!schema.path("properties").isObject()) {
            throw refuse("In context=(), object schema missing properties.");
        }
        checkNested("", schema);
    }

    private void checkNested(String context, JsonNode schema) {
        if (schema.path("type").asString("").equals("array") && !schema.has("items")) {
            throw refuse(in(context) + "array schema missing items.");
        }
        if (strict && schema.path("type").asString("").equals("object")) {
            checkStrictObject(context, schema);
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            checkNested(context + "'properties', '" + property.getKey() + "', ", property.getValue());
        }
        if (schema.path("items").isObject()) {
            checkNested(context + "'items', ", schema.path("items"));
        }
        for (int i = 0; i < schema.path("anyOf").size(); i++) {
            checkNested(context + "'anyOf', '" + i + "', ", schema.path("anyOf").get(i));
        }
    }

    private void checkStrictObject(String context, JsonNode schema) {
        if (!schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").asBoolean()) {
            throw refuse(in(context) + "'additionalProperties' is required to be supplied and to be false.");
        }
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        for (String property : schema.path("properties").propertyNames()) {
            if (!required.contains(property)) {
                throw refuse(in(context)
                        + "'required' is required to be supplied and to be an array including every key in properties. "
                        + "Missing '" + property + "'.");
            }
        }
    }

    private static String in(String context) {
        String trimmed = context.endsWith(", ") ? context.substring(0, context.length() - 2) : context;
        return "In context=(" + trimmed + "), ";
    }

    private RequestRefused refuse(String problem) {
        return OpenAiErrors.badRequest("Invalid schema for " + subject + ": " + problem, param, code);
    }
}
