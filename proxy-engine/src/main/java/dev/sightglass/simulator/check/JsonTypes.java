package dev.sightglass.simulator.check;

import tools.jackson.databind.JsonNode;

/** Names of JSON types as error messages use them. */
final class JsonTypes {
    private JsonTypes() {}

    static String withArticle(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case BOOLEAN -> "a boolean";
            case NUMBER -> node.isIntegralNumber() ? "an integer" : "a decimal";
            case NULL, MISSING -> "null";
        };
    }
}
