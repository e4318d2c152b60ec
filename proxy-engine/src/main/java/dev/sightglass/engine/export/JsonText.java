package dev.sightglass.engine.export;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON kept as it was written: digits, escapes, order and repeated keys stay, only the white space between the tokens goes,
 * and strings that hold a secret are masked.
 */
public final class JsonText {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(100_000)
                    .build())
            .build();

    private JsonText() {}

    /** The text of bytes in UTF-8; empty when they are not UTF-8. */
    public static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** The document on one line with its secrets masked; empty when the text is not one well-formed JSON document. */
    public static Optional<String> compact(String json, Sanitiser sanitiser) {
        return valid(json) ? Optional.of(squeezed(json, sanitiser)) : Optional.empty();
    }

    private static boolean valid(String json) {
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == null) return false;
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (JacksonException _) {
            return false;
        }
    }

    private static String squeezed(String json, Sanitiser sanitiser) {
        StringBuilder out = new StringBuilder(json.length());
        int i = 0;
        while (i < json.length()) {
            char c = json.charAt(i);
            if (c == '"') {
                int end = stringEnd(json, i);
                out.append('"');
                appendMasked(out, json, i + 1, end, sanitiser);
                out.append('"');
                i = end + 1;
            } else {
                if (c > ' ' && c != '\uFEFF') out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    /** The index of the closing quote of the string that opens at {@code start}. */
    static int stringEnd(CharSequence json, int start) {
        int i = start + 1;
        while (json.charAt(i) != '"') i += json.charAt(i) == '\\' ? 2 : 1;
        return i;
    }

    private static void appendMasked(StringBuilder out, String json, int from, int to, Sanitiser sanitiser) {
        String raw = json.substring(from, to);
        String text = raw.indexOf('\\') < 0 ? raw : unescaped(raw);
        String masked = sanitiser.mask(text);
        if (text.equals(masked)) out.append(raw);
        else escape(out, masked);
    }

    private static String unescaped(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = raw.charAt(++i);
            if (escape == 'u') {
                text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(meaning(escape));
            }
        }
        return text.toString();
    }

    private static char meaning(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escape;
        };
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) out.append(String.format("\\u%04x", (int) c));
                    else out.append(c);
                }
            }
        }
    }
}
