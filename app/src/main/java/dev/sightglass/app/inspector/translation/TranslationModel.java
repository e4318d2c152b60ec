package dev.sightglass.app.inspector.translation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.engine.detail.AlignedPiece;
import dev.sightglass.engine.detail.AnswerAlignment;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.detail.ReadBody;
import dev.sightglass.engine.detail.RequestAlignment;
import dev.sightglass.engine.detail.WholeAnswer;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.TranslationNote.Direction;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the translation panel shows: the way there and the way back. */
record TranslationModel(Way request, Way answer) {

    /**
     * Two messages beside each other.
     *
     * @param rows their pieces, aligned, and the notes that belong to no piece
     * @param notes how many notes the translation left on this way
     */
    record Way(String id, List<AlignedPiece> rows, long notes, Side client, Side upstream) {
        /** The rows that one asked for. */
        List<AlignedPiece> shown(Filter filter) {
            return rows.stream()
                    .filter(row -> switch (filter) {
                        case DIFFERENCES -> row.state() != AlignedPiece.State.SAME || row.reason() != null;
                        case NOTES -> row.reason() != null;
                        case ALL -> true;
                    })
                    .toList();
        }
    }

    /**
     * One of the two messages.
     *
     * @param words what it is
     * @param type its content type, for the viewer
     */
    record Side(String words, RecordedBody body, @Nullable String type) {}

    /** Which rows one wants to see. */
    enum Filter {
        DIFFERENCES,
        NOTES,
        ALL
    }

    static TranslationModel of(ExchangeDetails details, Exchange exchange) {
        int attempt = exchange.attempts().isEmpty()
                ? 0
                : exchange.attempts().getLast().number();
        String id = exchange.id() + "." + attempt;
        return new TranslationModel(request(details, exchange, attempt, id), answer(details, exchange, attempt, id));
    }

    private static Way request(ExchangeDetails details, Exchange exchange, int attempt, String id) {
        ReadBody client = details.body(exchange, BodyPart.DOWNSTREAM_REQUEST, 0);
        ReadBody upstream = details.body(exchange, BodyPart.UPSTREAM_REQUEST, attempt);
        List<AlignedPiece> rows = RequestAlignment.of(
                client.recorded().bytes(), upstream.recorded().bytes(), exchange.notes());
        return way(
                id + ".request",
                rows,
                notes(exchange, Direction.REQUEST),
                new Side(text("part.downstream_request"), client.recorded(), client.contentType()),
                new Side(text("part.upstream_request"), upstream.recorded(), upstream.contentType()));
    }

    private static Way answer(ExchangeDetails details, Exchange exchange, int attempt, String id) {
        ReadBody client = details.body(exchange, BodyPart.DOWNSTREAM_RESPONSE, 0);
        ReadBody upstream = details.body(exchange, BodyPart.UPSTREAM_RESPONSE, attempt);
        WholeAnswer given = WholeAnswer.of(client);
        WholeAnswer got = WholeAnswer.of(upstream);
        return way(
                id + ".answer",
                AnswerAlignment.of(given.json(), got.json(), exchange.notes()),
                notes(exchange, Direction.ANSWER),
                side(text("part.downstream_response"), client, given),
                side(text("part.upstream_response"), upstream, got));
    }

    private static Side side(String words, ReadBody body, WholeAnswer whole) {
        if (!body.isStream()) return new Side(words, body.recorded(), body.contentType());
        Body state = whole.json().length == 0 ? body.recorded().body() : new Body.Captured(whole.json().length);
        return new Side(
                text("inspector.translation.fromEvents", words, whole.events()),
                new RecordedBody(state, whole.json(), ArrivalMarks.NONE),
                "application/json");
    }

    private static List<TranslationNote> notes(Exchange exchange, Direction direction) {
        return exchange.notes().stream()
                .filter(note -> note.direction() == direction)
                .toList();
    }

    /** A note that no piece shows gets a row of its own: nothing that was changed stays unsaid. */
    private static Way way(
            String id, List<AlignedPiece> aligned, List<TranslationNote> notes, Side client, Side upstream) {
        List<AlignedPiece> rows = new ArrayList<>(aligned);
        for (TranslationNote note : notes)
            if (aligned.stream().noneMatch(row -> note.reason().equals(row.reason()))) rows.add(row(note));
        return new Way(id, List.copyOf(rows), notes.size(), client, upstream);
    }

    private static AlignedPiece row(TranslationNote note) {
        AlignedPiece.State state = switch (note.action()) {
            case DROPPED -> AlignedPiece.State.DROPPED;
            case INVENTED -> AlignedPiece.State.ADDED;
            case CLAMPED, RENAMED, MOVED, MERGED, SHORTENED, REPLACED -> AlignedPiece.State.CHANGED;
        };
        boolean request = note.direction() == Direction.REQUEST;
        return new AlignedPiece(
                request ? note.path() : note.targetPath(),
                request ? note.targetPath() : note.path(),
                state,
                "",
                note.reason());
    }
}
