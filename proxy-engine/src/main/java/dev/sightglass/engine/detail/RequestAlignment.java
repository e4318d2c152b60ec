package dev.sightglass.engine.detail;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.model.TranslationNote;
import java.util.List;

/** Sets the client's request beside Azure's by meaning: fields by name, tools by name, calls by id, texts by what they say. */
public final class RequestAlignment {
    private RequestAlignment() {}

    /** The pieces in the client's order, then what was added. Empty when one of the two is no JSON. */
    public static List<AlignedPiece> of(byte[] client, byte[] upstream, List<TranslationNote> notes) {
        try {
            return PieceAlignment.of(
                    RequestPieces.of(Json.tree(client)),
                    RequestPieces.of(Json.tree(upstream)),
                    notes,
                    TranslationNote.Direction.REQUEST);
        } catch (MalformedJson broken) {
            return List.of();
        }
    }
}
