package dev.sightglass.app.filter;

import java.util.ArrayList;
import java.util.List;

/** The queries asked last, and a walk through them that gives back what was being typed at its end. FX thread only. */
public final class QueryHistory {
    /** Older ones are forgotten. */
    public static final int MOST = 20;

    private final List<String> newestFirst = new ArrayList<>();
    /** Where the walk stands; -1 when there is none. */
    private int at = -1;

    private String draft = "";

    /** The newest first. */
    public List<String> queries() {
        return List.copyOf(newestFirst);
    }

    /** Takes these, the newest first, in the place of what is known. */
    public void restore(List<String> queries) {
        newestFirst.clear();
        newestFirst.addAll(queries.stream().limit(MOST).toList());
        endWalk();
    }

    /** A blank one is not kept; one that is known becomes the newest. */
    public void add(String query) {
        String kept = query.strip();
        endWalk();
        if (kept.isEmpty()) return;
        newestFirst.remove(kept);
        newestFirst.addFirst(kept);
        if (newestFirst.size() > MOST) newestFirst.removeLast();
    }

    /** One step back; {@code current} is kept for the way forth, and the answer at the oldest. */
    public String older(String current) {
        if (at < 0) draft = current;
        else if (at + 1 >= newestFirst.size()) return current;
        int next = at + 1;
        if (at < 0 && !newestFirst.isEmpty() && newestFirst.getFirst().equals(current.strip())) next++;
        if (next >= newestFirst.size()) return current;
        at = next;
        return newestFirst.get(at);
    }

    /** One step forth, at last to what was being typed. */
    public String newer(String current) {
        if (at < 0) return current;
        at--;
        return at < 0 ? draft : newestFirst.get(at);
    }

    public boolean walking() {
        return at >= 0;
    }

    /** Typing has gone on. */
    public void endWalk() {
        at = -1;
    }
}
