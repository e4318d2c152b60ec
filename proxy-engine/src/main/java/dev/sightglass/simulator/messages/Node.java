package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.check.MessagesErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A value in a Messages request together with its path, such as {@code messages.0.content}. The reading methods refuse the
 * request, in the words of the service, when the value is not what they ask for.
 */
record Node(String path, JsonNode value) {
    static Node root(JsonNode body) {
        return new Node("", body);
    }

    Node at(String name) {
        JsonNode child = value.get(name);
        return new Node(path.isEmpty() ? name : path + "." + name, child == null ? MissingNode.getInstance() : child);
    }

    boolean isAbsent() {
        return value.isMissingNode() || value.isNull();
    }

    boolean isPresent() {
        return !isAbsent();
    }

    Node required() {
        if (value.isMissingNode()) {
            throw MessagesErrors.at(path, "Field required");
        }
        return this;
    }

    String string() {
        if (!value.isString()) {
            throw MessagesErrors.at(path, "Input should be a valid string");
        }
        return value.asString();
    }

    /** The string, or empty when there is none; for values that have been checked before. */
    String text() {
        return value.asString("");
    }

    void bool() {
        if (!value.isBoolean()) {
            throw MessagesErrors.at(path, "Input should be a valid boolean");
        }
    }

    int integer(int min) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw MessagesErrors.at(path, "Input should be a valid integer");
        }
        if (value.asInt() < min) {
            throw MessagesErrors.at(path, "Input should be greater than or equal to " + min);
        }
        return value.asInt();
    }

    void decimal(int min, int max) {
        if (!value.isNumber()) {
            throw MessagesErrors.at(path, "Input should be a valid number");
        }
        if (value.asDouble() < min || value.asDouble() > max) {
            String problem =
                    value.asDouble() < min ? "greater than or equal to " + min : "less than or equal to " + max;
            throw MessagesErrors.at(path, "Input should be " + problem);
        }
    }

    List<Node> elements() {
        if (!value.isArray()) {
            throw MessagesErrors.at(path, "Input should be a valid list");
        }
        List<Node> elements = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            elements.add(new Node(path + "." + i, value.get(i)));
        }
        return elements;
    }

    Node object() {
        if (!value.isObject()) {
            throw MessagesErrors.at(path, "Input should be an object");
        }
        return this;
    }

    /** An object that has no other members than these. */
    Node object(Set<String> members) {
        object();
        for (String name : value.propertyNames()) {
            if (!members.contains(name)) {
                throw MessagesErrors.at(at(name).path, "Extra inputs are not permitted");
            }
        }
        return this;
    }

    String oneOf(List<String> values) {
        String text = string();
        if (!values.contains(text)) {
            throw MessagesErrors.at(path, "Input should be " + choice(values));
        }
        return text;
    }

    /** {@code 'a', 'b' or 'c'}. */
    private static String choice(List<String> values) {
        List<String> quoted = values.stream().map(value -> "'" + value + "'").toList();
        if (quoted.size() == 1) {
            return quoted.getFirst();
        }
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
    }
}
