package dev.sightglass.engine.codec.json;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;

/**
 * Where a text stops being JSON.
 *
 * @param line counts from 1
 * @param offset in bytes
 */
public record JsonFault(int line, long offset) {
    /** The first fault of a text; empty when it is well formed. */
    public static Optional<JsonFault> in(byte[] utf8) {
        try (JsonParser parser = Json.parser(utf8, 0, utf8.length)) {
            while (parser.nextToken() != null) parser.finishToken();
            return Optional.empty();
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            return Optional.of(
                    at == null
                            ? new JsonFault(1, 0)
                            : new JsonFault(Math.max(1, at.getLineNr()), Math.max(0, at.getByteOffset())));
        }
    }
}
