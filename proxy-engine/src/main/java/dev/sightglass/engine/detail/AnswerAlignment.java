package dev.sightglass.engine.detail;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.model.TranslationNote;
import java.util.List;

/** Sets the answer that the client got beside Azure's by meaning: texts by what they say, calls by id, counts by name. */
public final class AnswerAlignment {
    private AnswerAlignment() {}

    /**
     * The pieces in Azure's order, then what was added for the client. Empty when one of the two is no JSON.
     *
     * @param client the answer that went to the client, as one document
     * @param upstream Azure's answer, as one document
     */
    public static List<AlignedPiece> of(byte[] client, byte[] upstream, List<TranslationNote> notes) {
        try {
            return PieceAlignment.of(
                            AnswerPieces.of(Json.tree(upstream)),
                            AnswerPieces.of(Json.tree(client)),
                            notes,
                            TranslationNote.Direction.ANSWER)
                    .stream()
                    .map(AnswerAlignment::turned)
                    .toList();
        } catch (MalformedJson broken) {
            return List.of();
        }
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker") // the sides are changed on purpose
    private static AlignedPiece turned(AlignedPiece piece) {
        return new AlignedPiece(piece.upstreamPath(), piece.clientPath(), piece.state(), piece.gist(), piece.reason());
    }
}
