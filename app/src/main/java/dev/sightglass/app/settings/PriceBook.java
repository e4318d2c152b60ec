package dev.sightglass.app.settings;

import dev.sightglass.engine.pricing.PriceFile;
import dev.sightglass.engine.pricing.PriceTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The price table that holds now. It is read on any thread and changed on the FX thread. */
public final class PriceBook {
    private final PriceFile file;
    private final List<Runnable> listeners = new ArrayList<>();
    private final @Nullable String warning;
    private volatile PriceTable table;

    public PriceBook(PriceFile file) {
        PriceFile.Loaded loaded = file.load();
        this.file = file;
        this.table = loaded.table();
        this.warning = loaded.warning();
    }

    public PriceTable table() {
        return table;
    }

    /** Why own prices could not be read at the start; null when they could. */
    public @Nullable String warning() {
        return warning;
    }

    /** Takes another table from now on; costs are reckoned anew. */
    public void set(PriceTable other) {
        table = other;
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** Told after each change, until it is removed. */
    public void add(Runnable listener) {
        listeners.add(listener);
    }

    public void remove(Runnable listener) {
        listeners.remove(listener);
    }

    /** Keeps what a person set for the next run. Not on the FX thread. */
    public void save() throws IOException {
        file.save(table);
    }
}
