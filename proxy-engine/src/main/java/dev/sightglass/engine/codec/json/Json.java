package dev.sightglass.engine.codec.json;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one configuration of the JSON library: strict, with room for base64 images, and exact numbers in trees. */
public final class Json {
    /** Deeper nesting is refused: no request of the API comes near it. */
    public static final int MAX_DEPTH = 1000;

    private static final Pattern WORD = Pattern.compile("^Unrecognized token '([^']*)'.*", Pattern.DOTALL);

    private static final Pattern CHARACTER =
            Pattern.compile("^Unexpected character \\('(.)' \\(code \\d+[^)]*\\)\\).*", Pattern.DOTALL);

    /** Where an unclosed value began, which the library tells by its own settings only. */
    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at \\[Source: [^]]*]\\)");

    /** What of the library could be switched, or holds a limit: nothing for those who sent the text. */
    private static final Pattern LIBRARY = Pattern.compile(", from `[^`]*`|: enable `[^`]*` to allow"
            + "| \\(not recognized as one since Feature '[^']*' not enabled for parser\\)");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(1000)
                    .build())
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** A tree of a small document: one chunk, one answer, one schema. */
    public static JsonNode tree(String text) throws MalformedJson {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new MalformedJson(describe(e));
        }
    }

    /** A tree of a small document in UTF-8. */
    public static JsonNode tree(byte[] utf8) throws MalformedJson {
        try {
            return MAPPER.readTree(utf8);
        } catch (JacksonException e) {
            throw new MalformedJson(describe(e));
        }
    }

    /** The compact text of a tree. */
    public static String write(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** The compact UTF-8 text of a tree. */
    public static byte[] writeBytes(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    /** Reads a document token by token. */
    public static JsonParser parser(byte[] utf8) {
        return parser(utf8, 0, utf8.length);
    }

    static JsonParser parser(byte[] utf8, int from, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), utf8, from, length);
    }

    /** What is wrong and where, in words that need no knowledge of the library. */
    static String describe(JacksonException e) {
        String text = words(e);
        var location = e.getLocation();
        if (location == null || location.getLineNr() < 1) return text;
        return text + " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /** What is wrong, without its place. */
    public static String words(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) return "the text ends too early";
        String told =
                START_MARKER.matcher(String.valueOf(e.getOriginalMessage())).replaceAll("");
        String own = LIBRARY.matcher(told).replaceAll("");
        String shorter = WORD.matcher(own).replaceFirst("'$1' is neither a string nor a number, true, false or null");
        return CHARACTER.matcher(shorter).replaceFirst("'$1' cannot stand here");
    }
}
