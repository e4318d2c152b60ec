package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.flow.FlowHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds words in all rows of all blocks, folded ones included, letter case aside. Any thread. */
final class ConversationSearch {
    /** More hits than anyone steps through. */
    static final int MOST = 10_000;

    private ConversationSearch() {}

    static List<FlowHit> find(List<LaidBlock> blocks, String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        List<FlowHit> hits = new ArrayList<>();
        if (lower.isEmpty()) return hits;
        for (LaidBlock block : blocks)
            for (Row row : block.rows()) {
                if (hits.size() >= MOST || Thread.currentThread().isInterrupted()) return hits;
                find(row, lower, hits);
            }
        return hits;
    }

    private static void find(Row row, String lower, List<FlowHit> hits) {
        String text = row.text();
        if (text == null) return;
        String folded = text.toLowerCase(Locale.ROOT);
        // A few letters change their length with their case: then positions would not fit.
        String searched = folded.length() == text.length() ? folded : text;
        for (int at = searched.indexOf(lower); at >= 0; at = searched.indexOf(lower, at + lower.length()))
            hits.add(new FlowHit(row.key(), at, at + lower.length()));
    }
}
