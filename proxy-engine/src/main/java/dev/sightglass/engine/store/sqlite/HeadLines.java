package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.store.HeadText;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What {@link HeadText} says of an exchange, read from the stored form of its heads without making an exchange of it: a search
 * does so for many thousands, each until the text is found. The lines may come in another order.
 */
final class HeadLines {
    private final JsonParser parser;
    private final String wanted;
    private final StringBuilder text = new StringBuilder();
    /** How much of the text was looked at already. */
    private int seen;

    private boolean found;

    private HeadLines(JsonParser parser, String wanted) {
        this.parser = parser;
        this.wanted = wanted;
    }

    /**
     * True when the lines hold a text, letter case aside.
     *
     * @param detail as {@link DetailForm} has it, unpacked
     * @param wanted in small letters
     */
    static boolean hold(byte[] detail, String wanted) {
        try (JsonParser parser = Json.parser(detail)) {
            HeadLines lines = new HeadLines(parser, wanted);
            parser.nextToken();
            lines.detail();
            return lines.found;
        }
    }

    /** The members of an object, the parser at the name of each. */
    private boolean nextMember() {
        return !found && parser.nextToken() == JsonToken.PROPERTY_NAME;
    }

    private void detail() {
        while (nextMember()) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "downstream" -> leg();
                case "attempts" -> {
                    while (!found && parser.nextToken() == JsonToken.START_OBJECT) attempt();
                }
                default -> parser.skipChildren();
            }
        }
    }

    private void attempt() {
        while (nextMember()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "leg" -> leg();
                case "reason", "failure" -> {
                    if (value == JsonToken.VALUE_STRING) line(parser.getString());
                }
                default -> parser.skipChildren();
            }
        }
    }

    private void leg() {
        String method = "";
        String uri = "";
        while (nextMember()) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "method" -> method = parser.getString();
                case "uri" -> uri = parser.getString();
                case "sent", "received" -> headers();
                default -> parser.skipChildren();
            }
        }
        if (!found) line(method + " " + uri);
    }

    /** Names and values by turns; null when there are none. */
    private void headers() {
        if (parser.currentToken() != JsonToken.START_ARRAY) return;
        while (!found && parser.nextToken() != JsonToken.END_ARRAY) {
            text.append(parser.getString()).append(": ");
            parser.nextToken();
            line(parser.getString());
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
        int overlap = Math.max(0, seen - wanted.length());
        found |= text.substring(overlap).toLowerCase(Locale.ROOT).contains(wanted);
        seen = text.length();
    }
}
