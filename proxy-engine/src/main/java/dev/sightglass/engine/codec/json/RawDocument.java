package dev.sightglass.engine.codec.json;

import dev.sightglass.engine.bytes.Utf8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A whole document whose top level is an object, checked and cut into its parts in one pass over the bytes. Nothing below
 * the parts is looked at but to see that it is well formed.
 */
public final class RawDocument {
    private final RawObject fields;
    private final Map<String, List<RawValue>> elements;

    private RawDocument(RawObject fields, Map<String, List<RawValue>> elements) {
        this.fields = fields;
        this.elements = elements;
    }

    /**
     * @param arrays top-level fields whose elements are to be found in the same pass
     * @throws MalformedJson when the bytes are not one JSON object in UTF-8
     */
    public static RawDocument read(byte[] bytes, Set<String> arrays) throws MalformedJson {
        checkEncoding(bytes);
        try (JsonParser parser = Json.parser(bytes, 0, bytes.length)) {
            JsonToken first = parser.nextToken();
            if (first == null) throw new MalformedJson("body: Empty, expected a JSON object");
            if (first != JsonToken.START_OBJECT) throw new MalformedJson("body: Input should be an object");
            RawDocument document = readFields(bytes, parser, arrays);
            if (parser.nextToken() != null) throw new MalformedJson("body: More text after the end of the JSON object");
            return document;
        } catch (JacksonException e) {
            throw new MalformedJson("body: not valid JSON: " + Json.describe(e));
        }
    }

    /** The top-level fields. */
    public RawObject fields() {
        return fields;
    }

    /** The elements of one of the arrays asked for; empty when the field is absent or no array. */
    public List<RawValue> elements(String name) {
        return elements.getOrDefault(name, List.of());
    }

    private static RawDocument readFields(byte[] bytes, JsonParser parser, Set<String> arrays) throws MalformedJson {
        Map<String, RawValue> fields = new LinkedHashMap<>();
        Map<String, List<RawValue>> elements = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            int start = tokenOffset(parser);
            if (token == JsonToken.START_ARRAY && arrays.contains(name)) {
                elements.put(name, readElements(bytes, parser, name));
            } else {
                parser.skipChildren();
                parser.finishToken();
            }
            if (fields.put(name, new RawValue(bytes, start, offset(parser), name)) != null)
                throw new MalformedJson(name + ": Field appears twice");
        }
        return new RawDocument(new RawObject(new RawValue(bytes, 0, bytes.length, ""), fields), elements);
    }

    private static List<RawValue> readElements(byte[] bytes, JsonParser parser, String name) {
        List<RawValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int start = tokenOffset(parser);
            parser.skipChildren();
            parser.finishToken();
            elements.add(new RawValue(bytes, start, offset(parser), name + "." + elements.size()));
        }
        return elements;
    }

    private static int tokenOffset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentLocation().getByteOffset();
    }

    private static void checkEncoding(byte[] bytes) throws MalformedJson {
        if (bytes.length > 0 && bytes[0] == (byte) 0xEF && bytes.length > 2 && bytes[2] == (byte) 0xBF)
            throw new MalformedJson("body: starts with a byte order mark; send plain UTF-8");
        for (int i = 0; i < Math.min(4, bytes.length); i++)
            if (bytes[i] == 0) throw new MalformedJson("body: not UTF-8 (a NUL byte at its start); send plain UTF-8");
        int invalid = Utf8.firstInvalid(bytes);
        if (invalid >= 0) throw new MalformedJson("body: not valid UTF-8 at byte " + invalid);
    }
}
