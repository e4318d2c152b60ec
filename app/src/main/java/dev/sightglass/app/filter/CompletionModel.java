package dev.sightglass.app.filter;

import dev.sightglass.engine.filter.Completions;
import dev.sightglass.engine.filter.Completions.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is offered to go on with at the caret, and which of it is marked. FX thread only. */
public final class CompletionModel {
    private final ObservableList<Completion> offers = FXCollections.observableArrayList();
    private final ObservableList<Completion> offersSeen = FXCollections.unmodifiableObservableList(offers);
    private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper(-1);
    private String query = "";
    private int caret;

    /** A query with the caret in it. */
    public record Edit(String query, int caret) {}

    /** Empty when nothing is on offer. */
    public ObservableList<Completion> offers() {
        return offersSeen;
    }

    /** Index of the marked offer; -1 for none. */
    public ReadOnlyIntegerProperty markedProperty() {
        return marked.getReadOnlyProperty();
    }

    public boolean showing() {
        return !offers.isEmpty();
    }

    /** Offers what suits what has just been typed; nothing when a word has not begun yet. */
    public void typed(String newQuery, int newCaret) {
        List<Completion> suiting = Completions.at(newQuery, newCaret);
        boolean begun = newCaret > 0
                && !Character.isWhitespace(newQuery.charAt(newCaret - 1))
                && newQuery.charAt(newCaret - 1) != '(';
        boolean complete = suiting.size() == 1
                && newQuery.substring(suiting.getFirst().start(), newCaret)
                        .equalsIgnoreCase(suiting.getFirst().text());
        offer(newQuery, newCaret, begun && !complete ? suiting : List.of());
    }

    /** Offers all that may come; for an empty query {@code whole} ones come first. */
    public void asked(String newQuery, int newCaret, List<Completion> whole) {
        List<Completion> all = new ArrayList<>();
        if (newQuery.isBlank()) all.addAll(whole);
        all.addAll(Completions.at(newQuery, newCaret));
        offer(newQuery, newCaret, all);
    }

    public void close() {
        marked.set(-1);
        offers.clear();
    }

    /** Marks the offer so many lines further down, round the ends. */
    public void move(int lines) {
        if (offers.isEmpty()) return;
        int from = marked.get() < 0 && lines < 0 ? 0 : marked.get();
        marked.set(Math.floorMod(from + lines, offers.size()));
    }

    /** The query with the marked offer put in; empty when none is marked. Closes the offers. */
    public Optional<Edit> accept() {
        return accept(marked.get());
    }

    /** The query with this offer put in. Closes the offers. */
    public Optional<Edit> accept(int index) {
        if (index < 0 || index >= offers.size()) return Optional.empty();
        Completion chosen = offers.get(index);
        String text = query.substring(0, chosen.start()) + chosen.text() + query.substring(caret);
        close();
        return Optional.of(new Edit(text, chosen.start() + chosen.text().length()));
    }

    private void offer(String newQuery, int newCaret, List<Completion> suiting) {
        query = newQuery;
        caret = newCaret;
        marked.set(-1);
        offers.setAll(suiting);
    }
}
