package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.upstream.NotAnAnswer;
import java.util.Locale;

/** Takes the content encoding off an answer, piece by piece. */
interface ContentDecoder {
    /** @throws NotAnAnswer when the bytes are not encoded as told, or grow beyond the bound */
    byte[] decode(byte[] piece) throws NotAnAnswer;

    /** @throws NotAnAnswer when the answer's encoding is not known */
    static ContentDecoder of(Headers headers, long mostBytes) throws NotAnAnswer {
        String encoding =
                headers.first("content-encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> piece -> piece;
            case "gzip", "x-gzip" -> new GzipDecoder(mostBytes);
            default ->
                throw new NotAnAnswer("The upstream sent its answer with content-encoding " + encoding
                        + ", though none was asked for.");
        };
    }
}
