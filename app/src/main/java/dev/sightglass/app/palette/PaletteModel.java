package dev.sightglass.app.palette;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which lines the palette offers for what is typed, and which one is marked. FX thread only. */
public final class PaletteModel {
    private static final int MOST_RECENT = 8;
    /** So that of two titles that fit alike the one used last stands first. */
    private static final int RECENT_BONUS = 6;

    private final Supplier<List<PaletteEntry>> source;
    private final List<String> recent = new ArrayList<>();
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ObservableList<Hit> readOnlyHits = FXCollections.unmodifiableObservableList(hits);
    private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper(-1);
    private List<PaletteEntry> entries = List.of();

    /** A line with the letters of its title that were typed. */
    public record Hit(PaletteEntry entry, BitSet letters, int score) {}

    /** @param source asked anew each time the palette opens */
    public PaletteModel(Supplier<List<PaletteEntry>> source) {
        this.source = source;
    }

    // Properties

    public ObservableList<Hit> hits() {
        return readOnlyHits;
    }

    /** Index of the marked line; -1 when there is none. */
    public ReadOnlyIntegerProperty markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /** What was used last, the newest first. */
    public List<String> recent() {
        return List.copyOf(recent);
    }

    // Commands

    /** Puts back what was used in an earlier run. */
    public void restore(List<String> ids) {
        recent.clear();
        ids.stream().limit(MOST_RECENT).forEach(recent::add);
    }

    /** Begins anew with everything that can be done now. */
    public void open() {
        entries = source.get().stream().filter(PaletteEntry::enabled).toList();
        type("");
    }

    public void type(String text) {
        Stream<Hit> found = entries.stream()
                .flatMap(entry -> FuzzyMatch.of(text, entry.title()).stream()
                        .map(match -> new Hit(entry, match.letters(), match.score() + bonus(entry))));
        // Sorting keeps the order of equals: that of the registry.
        Comparator<Hit> order = text.isBlank()
                ? Comparator.<Hit>comparingInt(hit -> age(hit.entry()))
                        .thenComparing(hit -> hit.entry().kind())
                : Comparator.<Hit>comparingInt(hit -> -hit.score())
                        .thenComparing(hit -> hit.entry().kind());
        marked.set(-1);
        hits.setAll(found.sorted(order).toList());
        if (!hits.isEmpty()) marked.set(0);
    }

    /** Marks a line further down, or up for a negative number; from the last one on goes to the first and back. */
    public void move(int lines) {
        if (hits.isEmpty()) return;
        int wanted = marked.get() + lines;
        boolean leap = Math.abs(lines) > 1;
        marked.set(leap ? Math.clamp(wanted, 0, hits.size() - 1) : Math.floorMod(wanted, hits.size()));
    }

    /** Takes the marked line: it counts as used. The caller runs it. */
    public Optional<PaletteEntry> take() {
        return take(marked.get());
    }

    public Optional<PaletteEntry> take(int index) {
        if (index < 0 || index >= hits.size()) return Optional.empty();
        PaletteEntry entry = hits.get(index).entry();
        recent.remove(entry.id());
        recent.addFirst(entry.id());
        if (recent.size() > MOST_RECENT) recent.removeLast();
        return Optional.of(entry);
    }

    private int age(PaletteEntry entry) {
        int at = recent.indexOf(entry.id());
        return at < 0 ? MOST_RECENT : at;
    }

    private int bonus(PaletteEntry entry) {
        return recent.contains(entry.id()) ? RECENT_BONUS : 0;
    }
}
