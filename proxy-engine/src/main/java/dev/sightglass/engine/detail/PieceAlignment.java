package dev.sightglass.engine.detail;

import dev.sightglass.engine.detail.AlignedPiece.State;
import dev.sightglass.engine.detail.RequestPieces.Piece;
import dev.sightglass.engine.model.TranslationNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets the pieces of a message beside those of its translation by meaning: fields by name, calls by id, texts by what they say. */
final class PieceAlignment {
    private static final int GIST = 120;

    private final List<Piece> upstream;
    private final List<TranslationNote> notes;
    private final Map<String, Piece> byKey = new HashMap<>();
    private final Set<Piece> used = new HashSet<>();
    private final List<AlignedPiece> aligned = new ArrayList<>();

    private PieceAlignment(List<Piece> upstream, List<TranslationNote> notes, TranslationNote.Direction direction) {
        this.upstream = upstream;
        this.notes =
                notes.stream().filter(note -> note.direction() == direction).toList();
        for (Piece piece : upstream) if (!piece.isText()) byKey.putIfAbsent(piece.key(), piece);
    }

    /**
     * The pieces of the source in their order, then what was added. The paths of the source stand as the client's, those of
     * the target as Azure's.
     */
    static List<AlignedPiece> of(
            List<Piece> source, List<Piece> target, List<TranslationNote> notes, TranslationNote.Direction direction) {
        return new PieceAlignment(target, notes, direction).run(source);
    }

    private List<AlignedPiece> run(List<Piece> client) {
        for (Piece piece : client) add(piece, piece.isText() ? byText(piece) : byKey.get(piece.key()));
        for (Piece piece : upstream)
            if (!used.contains(piece)) aligned.add(row(null, piece, State.ADDED, reason(null, piece.path())));
        return List.copyOf(aligned);
    }

    private @Nullable Piece byText(Piece piece) {
        Piece holder = null;
        for (Piece candidate : upstream) {
            if (!candidate.isText()) continue;
            if (!used.contains(candidate) && candidate.text().equals(piece.text())) return candidate;
            if (holder == null && !piece.text().isBlank() && candidate.text().contains(piece.text()))
                holder = candidate;
        }
        return holder;
    }

    private void add(Piece piece, @Nullable Piece other) {
        String reason = reason(piece.path(), other == null ? null : other.path());
        if (other == null) {
            aligned.add(row(piece, null, State.DROPPED, reason));
            return;
        }
        used.add(other);
        boolean same =
                piece.text().equals(other.text()) && lastName(piece.path()).equals(lastName(other.path()));
        aligned.add(row(piece, other, same ? State.SAME : State.CHANGED, reason));
    }

    /** The name of a top-level field; the same for everything inside arrays, whose indexes differ between the APIs. */
    private static String lastName(String path) {
        return path.indexOf('[') < 0 ? path : "";
    }

    private static AlignedPiece row(
            @Nullable Piece client, @Nullable Piece upstream, State state, @Nullable String reason) {
        Piece said = client == null ? upstream : client;
        String text = said == null ? "" : said.text();
        String gist = text.length() > GIST ? text.substring(0, GIST) + "…" : text;
        return new AlignedPiece(
                client == null ? null : client.path(), upstream == null ? null : upstream.path(), state, gist, reason);
    }

    private @Nullable String reason(@Nullable String path, @Nullable String target) {
        for (TranslationNote note : notes) {
            boolean source = path != null && covers(note.path(), path);
            boolean result =
                    path == null && note.targetPath() != null && target != null && covers(note.targetPath(), target);
            if (source || result) return note.reason();
        }
        return null;
    }

    private static boolean covers(String notePath, String path) {
        return notePath.equals(path)
                || notePath.startsWith(path + ".")
                || path.startsWith(notePath + ".")
                || path.startsWith(notePath + "[");
    }
}
