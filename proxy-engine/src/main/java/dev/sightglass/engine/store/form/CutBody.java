package dev.sightglass.engine.store.form;

import java.util.List;

/**
 * A body with the places where it is to be cut. The spans lie end to end and cover it whole; the lifts are spans inside
 * items, in order, that change from request to request and are kept apart, so that the rest stays the same.
 */
public record CutBody(byte[] bytes, List<Span> spans, List<Lift> lifts) {
    public CutBody {
        spans = List.copyOf(spans);
        lifts = List.copyOf(lifts);
    }

    /**
     * From {@code start} to before {@code end}.
     *
     * @param kept worth keeping as a piece of its own, since it will come again
     */
    public record Span(int start, int end, boolean kept) {}

    /** From {@code start} to before {@code end}. */
    public record Lift(int start, int end) {}
}
