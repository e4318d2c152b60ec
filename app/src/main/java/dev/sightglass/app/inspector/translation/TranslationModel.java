package dev.sightglass.app.inspector.translation;

import dev.sightglass.engine.detail.AlignedPiece;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.detail.ReadBody;
import dev.sightglass.engine.detail.RequestAlignment;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.TranslationNote;
import java.util.ArrayList;
import java.util.List;

/**
 * What the translation panel shows.
 *
 * @param rows pieces of the request, then the notes on the answer
 */
record TranslationModel(List<AlignedPiece> rows, ReadBody client, ReadBody upstream, String id) {

    static TranslationModel of(ExchangeDetails details, Exchange exchange) {
        ReadBody client = details.body(exchange, BodyPart.DOWNSTREAM_REQUEST, 0);
        int attempt = exchange.attempts().isEmpty()
                ? 0
                : exchange.attempts().getLast().number();
        ReadBody upstream = details.body(exchange, BodyPart.UPSTREAM_REQUEST, attempt);
        List<AlignedPiece> rows = new ArrayList<>(RequestAlignment.of(
                client.recorded().bytes(), upstream.recorded().bytes(), exchange.notes()));
        if (rows.isEmpty()) exchange.notes().forEach(note -> rows.add(note(note)));
        else
            exchange.notes().stream()
                    .filter(note -> note.direction() == TranslationNote.Direction.ANSWER)
                    .forEach(note -> rows.add(note(note)));
        return new TranslationModel(List.copyOf(rows), client, upstream, exchange.id() + "." + attempt);
    }

    private static AlignedPiece note(TranslationNote note) {
        AlignedPiece.State state = switch (note.action()) {
            case DROPPED -> AlignedPiece.State.DROPPED;
            case INVENTED -> AlignedPiece.State.ADDED;
            case CLAMPED, RENAMED, MOVED, MERGED, SHORTENED, REPLACED -> AlignedPiece.State.CHANGED;
        };
        return new AlignedPiece(note.path(), note.targetPath(), state, "", note.reason());
    }

    /** Only what differs, or everything. */
    List<AlignedPiece> shown(boolean all) {
        return rows.stream()
                .filter(row -> all || row.state() != AlignedPiece.State.SAME || row.reason() != null)
                .toList();
    }
}
