package dev.sightglass.app;

import dev.sightglass.app.cli.Version;
import dev.sightglass.app.exchanges.CellContext;
import dev.sightglass.app.exchanges.CostMemo;
import dev.sightglass.app.exchanges.ExchangeColumns;
import dev.sightglass.app.exchanges.ExchangeListModel;
import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.app.export.FileDialogs;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.feed.ExchangeFeed;
import dev.sightglass.app.filter.FilterModel;
import dev.sightglass.app.filter.SavedFilters;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.LinkOpener;
import dev.sightglass.app.sessions.SessionTexts;
import dev.sightglass.app.sessions.SessionTreeModel;
import dev.sightglass.app.settings.PriceBook;
import dev.sightglass.app.state.SavedFiltersFile;
import dev.sightglass.app.state.UiStateFile;
import dev.sightglass.app.theme.AgentColours;
import dev.sightglass.app.theme.ThemeManager;
import dev.sightglass.app.window.Clipboards;
import dev.sightglass.app.window.ProxyControl;
import dev.sightglass.engine.ProxyEngine;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.PriceFile;
import dev.sightglass.engine.pricing.PriceTable;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.SettingsFile;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreHealth;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The wiring: makes what the window is built from, each once, and ends it in the right order. FX thread only. */
public final class AppContext implements AutoCloseable {
    private final @Nullable String fileName;
    private final @Nullable ExchangeStore history;
    private final AtomicBoolean finishing = new AtomicBoolean();
    private final ExchangeStore store;
    private final Shared shared;
    private final Surroundings surroundings;
    private final ProxyEngine engine;
    private final ProxyControl proxy;
    private final CostCalculator costs;
    private final CostMemo costMemo;
    private final ExchangeColumns columns;
    private final ExchangeListModel exchanges;
    private final FilterModel filter;
    private final SessionTreeModel sessions;
    private final ExchangeFeed feed;
    private final Runnable repricing = this::repriced;

    /** What the window finds around it: the system's clipboard, dialogs, browser and choice of light or dark. */
    public record Surroundings(
            Clipboards clipboard,
            FileDialogs files,
            LinkOpener links,
            ObservableValue<ColorScheme> colours,
            Clock clock) {}

    /** {@code store} is closed with this. */
    public AppContext(Path dataFolder, EngineSettings settings, ExchangeStore store, Surroundings surroundings) {
        this(
                store,
                surroundings,
                settings,
                new Shared(
                        BackgroundTasks.start(),
                        new SettingsFile(dataFolder),
                        new UiStateFile(dataFolder),
                        new PriceBook(new PriceFile(dataFolder)),
                        new ThemeManager(surroundings.colours()),
                        new AgentColours(),
                        new SavedFilters(new SavedFiltersFile(dataFolder))),
                null,
                null);
    }

    private AppContext(
            ExchangeStore store,
            Surroundings surroundings,
            EngineSettings settings,
            Shared shared,
            @Nullable String fileName,
            @Nullable ExchangeStore history) {
        this.store = store;
        this.history = history;
        this.surroundings = surroundings;
        this.shared = shared;
        this.fileName = fileName;
        this.engine = new ProxyEngine(settings, store);
        this.proxy = new ProxyControl(engine, tasks(), readOnly(store));
        this.costs = new CostCalculator(shared.prices()::table);
        this.costMemo = new CostMemo(costs::cost);
        this.columns = new ExchangeColumns(new CellContext(costMemo, surroundings.clock(), shared.colours()));
        this.exchanges = new ExchangeListModel(tasks(), () -> new Totals(costMemo));
        this.filter = new FilterModel((text, found) -> store.search(text, Integer.MAX_VALUE, found), tasks(), costMemo);
        this.feed = new ExchangeFeed(store, tasks());
        this.sessions = new SessionTreeModel(tasks(), costMemo);
        engine.onNotice(feed::tell);
        feed.add(sessions); // first, since the table may be narrowed to what it sorts
        feed.add(exchanges);
        shared.prices().add(repricing);
    }

    /**
     * The same for a window of its own that shows what a file holds: no proxy will run in it, and nothing that is done in it
     * is kept.
     *
     * @param store what the file holds; closed with the result
     */
    public AppContext ofFile(String name, ExchangeStore store) {
        return new AppContext(store, surroundings, proxy.settingsProperty().get(), shared, name, this.store);
    }

    private static @Nullable String readOnly(ExchangeStore store) {
        return store.health() instanceof StoreHealth.ReadOnly(String why) ? why : null;
    }

    /** What all windows have in common. */
    private record Shared(
            BackgroundTasks tasks,
            SettingsFile settingsFile,
            UiStateFile stateFile,
            PriceBook prices,
            ThemeManager themes,
            AgentColours colours,
            SavedFilters savedFilters) {}

    /** The name of the file whose exchanges are shown; null in the main window. */
    public @Nullable String fileName() {
        return fileName;
    }

    /** Where exchanges of a file can be kept for good, in that file's window; null in the main window. */
    public @Nullable ExchangeStore history() {
        return history;
    }

    /** Takes another price table: every cost that is shown is reckoned anew. */
    public void reprice(PriceTable table) {
        prices().set(table);
    }

    private void repriced() {
        costMemo.clear();
        sessions.reprice();
        exchanges.recount();
        filter.repriced();
    }

    public Clock clock() {
        return surroundings.clock();
    }

    public PriceBook prices() {
        return shared.prices();
    }

    public BackgroundTasks tasks() {
        return shared.tasks();
    }

    public ExchangeStore store() {
        return store;
    }

    public ProxyControl proxy() {
        return proxy;
    }

    public SettingsFile settingsFile() {
        return shared.settingsFile();
    }

    public UiStateFile stateFile() {
        return shared.stateFile();
    }

    public CostCalculator costs() {
        return costs;
    }

    /** The same for many exchanges at a time: what was reckoned before is known. */
    public CostMemo costMemo() {
        return costMemo;
    }

    public ExchangeColumns columns() {
        return columns;
    }

    public ExchangeListModel exchanges() {
        return exchanges;
    }

    public FilterModel filter() {
        return filter;
    }

    public SessionTreeModel sessions() {
        return sessions;
    }

    public SessionTexts sessionTexts() {
        return new SessionTexts(surroundings.clock());
    }

    public ExchangeFeed feed() {
        return feed;
    }

    public ThemeManager themes() {
        return shared.themes();
    }

    public AgentColours agentColours() {
        return shared.colours();
    }

    public SavedFilters savedFilters() {
        return shared.savedFilters();
    }

    public Clipboards clipboard() {
        return surroundings.clipboard();
    }

    public FileDialogs files() {
        return surroundings.files();
    }

    public InspectorContext inspector() {
        return new InspectorContext(store, tasks(), surroundings.links(), costs);
    }

    /** The app's version, as exports tell it. */
    public String version() {
        return Version.text();
    }

    /**
     * Stops the proxy, which may take some seconds, then closes the store, which deletes for good what was taken out of view.
     * Any thread, better not the FX thread; only the first call does something.
     */
    public void finish() {
        if (finishing.getAndSet(true)) return;
        feed.close();
        engine.close();
        store.close();
    }

    /** Ends all that {@link #finish} has not ended yet, and what is under way in the background. */
    @Override
    public void close() {
        shared.prices().remove(repricing);
        finish();
        if (fileName == null) tasks().close();
    }
}
