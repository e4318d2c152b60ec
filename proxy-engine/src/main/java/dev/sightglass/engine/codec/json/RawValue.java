package dev.sightglass.engine.codec.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One value inside a JSON document that was found to be well formed: a range of its bytes, read only when asked.
 *
 * @param from index of the value's first byte
 * @param to index after its last byte
 * @param path where in the document, such as {@code messages.3.content}; empty for the document itself
 */
public record RawValue(byte[] bytes, int from, int to, String path) {
    public int length() {
        return to - from;
    }

    /** The value's JSON text exactly as it stands. */
    public String text() {
        return new String(bytes, from, length(), StandardCharsets.UTF_8);
    }

    public boolean isString() {
        return bytes[from] == '"';
    }

    public boolean isObject() {
        return bytes[from] == '{';
    }

    public boolean isArray() {
        return bytes[from] == '[';
    }

    public boolean isNull() {
        return bytes[from] == 'n';
    }

    /** The characters of a string. */
    public String string() throws MalformedJson {
        if (!isString()) throw wrong("a string");
        try (JsonParser parser = open()) {
            return parser.getString();
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    public boolean bool() throws MalformedJson {
        return switch (bytes[from]) {
            case 't' -> true;
            case 'f' -> false;
            default -> throw wrong("true or false");
        };
    }

    /** A whole number that fits into an {@code int}. */
    public int integer() throws MalformedJson {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException _) {
            throw wrong("an integer");
        }
    }

    /** A number's own text, so that no digit is lost. */
    public String number() throws MalformedJson {
        byte first = bytes[from];
        if (first != '-' && (first < '0' || first > '9')) throw wrong("a number");
        return text();
    }

    /** The elements of an array. */
    public List<RawValue> array() throws MalformedJson {
        if (!isArray()) throw wrong("an array");
        List<RawValue> elements = new ArrayList<>();
        try (JsonParser parser = open()) {
            while (parser.nextToken() != JsonToken.END_ARRAY) elements.add(here(parser, "" + elements.size()));
        } catch (JacksonException e) {
            throw broken(e);
        }
        return elements;
    }

    /** The fields of an object, in order; a repeated name is an error. */
    public RawObject object() throws MalformedJson {
        if (!isObject()) throw wrong("an object");
        Map<String, RawValue> fields = new LinkedHashMap<>();
        try (JsonParser parser = open()) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (fields.put(name, here(parser, name)) != null)
                    throw new MalformedJson(child(name) + ": Field appears twice");
            }
        } catch (JacksonException e) {
            throw broken(e);
        }
        return new RawObject(this, fields);
    }

    /** The error that this value is not what it has to be. */
    public MalformedJson wrong(String expected) {
        return new MalformedJson((path.isEmpty() ? "body" : path) + ": Input should be " + expected);
    }

    String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private JsonParser open() {
        JsonParser parser = Json.parser(bytes, from, length());
        parser.nextToken();
        return parser;
    }

    private RawValue here(JsonParser parser, String name) {
        int start = from + (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return new RawValue(bytes, start, from + (int) parser.currentLocation().getByteOffset(), child(name));
    }

    private MalformedJson broken(JacksonException e) {
        return new MalformedJson((path.isEmpty() ? "body" : path) + ": " + Json.describe(e));
    }
}
