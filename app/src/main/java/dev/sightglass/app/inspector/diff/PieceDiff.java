package dev.sightglass.app.inspector.diff;

import dev.sightglass.app.control.text.DiffText;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.control.text.JsonPieces.Piece;
import dev.sightglass.app.control.text.LineDiff;
import dev.sightglass.app.inspector.diff.DiffSection.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the pieces of one section: named ones (tools, parameters) by name wherever they stand, the others in their order.
 * Line numbers count within the section.
 */
final class PieceDiff {
    private final List<LineDiff.Line> lines = new ArrayList<>();
    private int before;
    private int after;
    private int added;
    private int removed;
    private int changed;
    private int same;

    private PieceDiff() {}

    static DiffSection of(Part part, List<Piece> before, List<Piece> after) {
        PieceDiff diff = new PieceDiff();
        switch (part) {
            case TOOLS -> diff.byName(named(before, true), named(after, true));
            case PARAMETERS -> diff.byName(named(before, false), named(after, false));
            case SYSTEM, MESSAGES, TEXT -> diff.inOrder(before, after);
        }
        return new DiffSection(part, diff.added, diff.removed, diff.changed, diff.same, diff.lines);
    }

    private static Map<String, Piece> named(List<Piece> pieces, boolean byMember) {
        Map<String, Piece> named = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            String name = byMember ? piece.string("name") : piece.name();
            String key = name == null ? "#" + named.size() : name;
            named.put(named.containsKey(key) ? key + "#" + named.size() : key, piece);
        }
        return named;
    }

    private void byName(Map<String, Piece> olds, Map<String, Piece> news) {
        Map<String, Piece> left = new HashMap<>(olds);
        Set<String> gone = new HashSet<>(olds.keySet());
        gone.removeAll(news.keySet());
        olds.forEach((name, piece) -> {
            if (gone.contains(name)) pair(piece, null);
        });
        news.forEach((name, piece) -> pair(left.get(name), piece));
    }

    private void inOrder(List<Piece> olds, List<Piece> news) {
        int most = Math.min(olds.size(), news.size());
        int head = 0;
        while (head < most && olds.get(head).sameValue(news.get(head))) head++;
        int tail = 0;
        while (tail < most - head && olds.get(olds.size() - 1 - tail).sameValue(news.get(news.size() - 1 - tail)))
            tail++;
        for (int i = 0; i < head; i++) pair(olds.get(i), news.get(i));
        middle(olds.subList(head, olds.size() - tail), news.subList(head, news.size() - tail));
        for (int i = tail; i > 0; i--) pair(olds.get(olds.size() - i), news.get(news.size() - i));
    }

    /** Pieces that differ at both ends: compared line by line, since one may stand anywhere. */
    private void middle(List<Piece> olds, List<Piece> news) {
        int both = Math.min(olds.size(), news.size());
        changed += both;
        added += news.size() - both;
        removed += olds.size() - both;
        append(allLines(olds), allLines(news));
    }

    private static List<String> allLines(List<Piece> pieces) {
        List<String> all = new ArrayList<>();
        for (Piece piece : pieces) all.addAll(lines(piece));
        return all;
    }

    private void pair(@Nullable Piece old, @Nullable Piece fresh) {
        if (old != null && fresh != null && old.sameValue(fresh)) {
            same++;
            for (String line : lines(fresh)) lines.add(new LineDiff.Line(Tone.PLAIN, line, ++before, ++after));
            return;
        }
        if (old == null) added++;
        else if (fresh == null) removed++;
        else changed++;
        append(old == null ? List.of() : lines(old), fresh == null ? List.of() : lines(fresh));
    }

    private void append(List<String> olds, List<String> news) {
        for (LineDiff.Line line : LineDiff.of(olds, news))
            lines.add(new LineDiff.Line(
                    line.tone(),
                    line.text(),
                    line.before() == 0 ? 0 : line.before() + before,
                    line.after() == 0 ? 0 : line.after() + after));
        before += olds.size();
        after += news.size();
    }

    private static List<String> lines(Piece piece) {
        List<String> lines = DiffText.lines(piece.text(), piece.from(), piece.to());
        if (piece.name().isEmpty() || lines.isEmpty()) return lines;
        lines.set(0, "\"" + piece.name() + "\": " + lines.getFirst());
        return lines;
    }
}
