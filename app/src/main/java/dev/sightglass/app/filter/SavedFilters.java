package dev.sightglass.app.filter;

import dev.sightglass.app.state.SavedFilter;
import dev.sightglass.app.state.SavedFiltersFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The filters that a person saved, ordered by name. They are changed on the FX thread alone. */
public final class SavedFilters {
    private static final Comparator<SavedFilter> BY_NAME =
            Comparator.comparing(SavedFilter::name, String.CASE_INSENSITIVE_ORDER);

    private final SavedFiltersFile file;
    private final ObservableList<SavedFilter> filters = FXCollections.observableArrayList();
    private final ObservableList<SavedFilter> readOnly = FXCollections.unmodifiableObservableList(filters);
    private final @Nullable String warning;
    /** What is to be kept, for the thread that writes. */
    private volatile List<SavedFilter> newest;

    public SavedFilters(SavedFiltersFile file) {
        SavedFiltersFile.Loaded loaded = file.load();
        this.file = file;
        this.warning = loaded.warning();
        this.newest = loaded.filters();
        filters.setAll(loaded.filters().stream().sorted(BY_NAME).toList());
    }

    public ObservableList<SavedFilter> all() {
        return readOnly;
    }

    /** Why they could not be read at the start; null when they could. */
    public @Nullable String warning() {
        return warning;
    }

    public Optional<SavedFilter> named(String name) {
        return filters.stream().filter(each -> each.isNamed(name)).findFirst();
    }

    /** Adds it, in the place of one with its name. */
    public void put(SavedFilter filter) {
        set(named(filter.name()).orElse(null), filter);
    }

    public void remove(SavedFilter filter) {
        set(filter, null);
    }

    /** Gives it another name, which no other filter has. */
    public void rename(SavedFilter filter, String name) {
        set(filter, new SavedFilter(name, filter.query()));
    }

    /** Puts all of these in the place of what there is. */
    public void restore(List<SavedFilter> earlier) {
        filters.setAll(earlier);
        newest = List.copyOf(filters);
    }

    private void set(@Nullable SavedFilter gone, @Nullable SavedFilter come) {
        List<SavedFilter> wanted = new ArrayList<>(filters);
        if (gone != null) wanted.remove(gone);
        if (come != null) wanted.add(come);
        wanted.sort(BY_NAME);
        restore(wanted);
    }

    /** Keeps them for the next run. Not on the FX thread. */
    public void save() throws IOException {
        file.save(newest);
    }
}
