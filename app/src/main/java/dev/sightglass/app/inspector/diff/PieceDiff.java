package dev.sightglass.app.inspector.diff;

import dev.sightglass.app.control.text.JsonPieces.Piece;
import dev.sightglass.app.control.text.LineDiff;
import dev.sightglass.app.control.text.LineRun;
import dev.sightglass.app.control.text.LineText;
import dev.sightglass.app.control.text.Stretch;
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
 * Their lines are put at the ends of the two texts.
 */
final class PieceDiff {
    private final LineText before;
    private final LineText after;
    private final List<LineRun> runs = new ArrayList<>();
    private int added;
    private int removed;
    private int changed;
    private int same;

    private PieceDiff(LineText before, LineText after) {
        this.before = before;
        this.after = after;
    }

    static DiffSection of(Part part, List<Piece> olds, List<Piece> news, LineText before, LineText after) {
        PieceDiff diff = new PieceDiff(before, after);
        switch (part) {
            case TOOLS -> diff.byName(named(olds, true), named(news, true));
            case PARAMETERS -> diff.byName(named(olds, false), named(news, false));
            case SYSTEM, MESSAGES, TEXT -> diff.inOrder(olds, news);
        }
        return new DiffSection(part, diff.added, diff.removed, diff.changed, diff.same, diff.runs);
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
        compare(olds, news);
    }

    private void pair(@Nullable Piece old, @Nullable Piece fresh) {
        if (old != null && fresh != null && old.sameValue(fresh)) {
            same(fresh);
            return;
        }
        if (old == null) added++;
        else if (fresh == null) removed++;
        else changed++;
        compare(old == null ? List.of() : List.of(old), fresh == null ? List.of() : List.of(fresh));
    }

    /** Equal pieces are laid out once. */
    private void same(Piece piece) {
        same++;
        int old = before.size();
        int fresh = after.size();
        add(after, piece);
        before.skip(after.size() - fresh);
        runs.add(new LineRun(new Stretch(old, before.size(), fresh, after.size()), true));
    }

    private void compare(List<Piece> olds, List<Piece> news) {
        int old = before.size();
        int fresh = after.size();
        for (Piece piece : olds) add(before, piece);
        for (Piece piece : news) add(after, piece);
        runs.addAll(LineDiff.of(before, after, new Stretch(old, before.size(), fresh, after.size())));
    }

    private static void add(LineText text, Piece piece) {
        text.addJson(piece.text(), piece.from(), piece.to(), piece.name());
    }
}
