package dev.sightglass.simulator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A value in an OpenAI-shaped request together with its path, such as {@code messages[0].content}. The reading methods refuse
 * the request when the value is not what they ask for.
 */
public record Field(String path, JsonNode value) {
    /** The request's body. */
    public static Field root(JsonNode body) {
        return new Field("", body);
    }

    public Field at(String name) {
        JsonNode child = value.get(name);
        return new Field(path.isEmpty() ? name : path + "." + name, child == null ? MissingNode.getInstance() : child);
    }

    /** Null counts as absent, as it does for every optional parameter of these APIs. */
    public boolean isAbsent() {
        return value.isMissingNode() || value.isNull();
    }

    public boolean isPresent() {
        return !isAbsent();
    }

    public Field required() {
        if (value.isMissingNode()) {
            throw OpenAiErrors.missing(path);
        }
        return this;
    }

    public String string() {
        if (!value.isString()) {
            throw OpenAiErrors.wrongType(path, "a string", value);
        }
        return value.asString();
    }

    public String string(int maxLength) {
        String text = string();
        if (text.length() > maxLength) {
            throw OpenAiErrors.stringTooLong(path, maxLength, text.length());
        }
        return text;
    }

    public String oneOf(List<String> values) {
        String text = string();
        if (!values.contains(text)) {
            throw OpenAiErrors.invalidValue(path, text, values);
        }
        return text;
    }

    public boolean bool() {
        if (!value.isBoolean()) {
            throw OpenAiErrors.wrongType(path, "a boolean", value);
        }
        return value.asBoolean();
    }

    public long integer(long min, long max) {
        if (!value.isIntegralNumber()) {
            throw OpenAiErrors.wrongType(path, "an integer", value);
        }
        if (!value.canConvertToLong() || value.asLong() > max) {
            throw OpenAiErrors.outOfRange(path, "integer", "above", Long.toString(max), value.toString());
        }
        if (value.asLong() < min) {
            throw OpenAiErrors.outOfRange(path, "integer", "below", Long.toString(min), value.toString());
        }
        return value.asLong();
    }

    public double decimal(int min, int max) {
        if (!value.isNumber()) {
            throw OpenAiErrors.wrongType(path, "a decimal", value);
        }
        double number = value.asDouble();
        if (number > max) {
            throw OpenAiErrors.outOfRange(path, "decimal", "above", Integer.toString(max), value.toString());
        }
        if (number < min) {
            throw OpenAiErrors.outOfRange(path, "decimal", "below", Integer.toString(min), value.toString());
        }
        return number;
    }

    public List<Field> elements() {
        if (!value.isArray()) {
            throw OpenAiErrors.wrongType(path, "an array", value);
        }
        List<Field> elements = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            elements.add(new Field(path + "[" + i + "]", value.get(i)));
        }
        return elements;
    }

    public List<Field> elements(int minSize, int maxSize) {
        List<Field> elements = elements();
        if (elements.size() < minSize) {
            throw OpenAiErrors.emptyArray(path);
        }
        if (elements.size() > maxSize) {
            throw OpenAiErrors.arrayTooLong(path, maxSize, elements.size());
        }
        return elements;
    }

    public Field object() {
        if (!value.isObject()) {
            throw OpenAiErrors.wrongType(path, "an object", value);
        }
        return this;
    }

    /** An object that has no other members than these. */
    public Field object(Set<String> members) {
        object();
        for (String name : value.propertyNames()) {
            if (!members.contains(name)) {
                throw OpenAiErrors.unknownParameter(at(name).path);
            }
        }
        return this;
    }
}
