package dev.sightglass.app;

import dev.sightglass.app.cli.Version;
import dev.sightglass.app.exchanges.CellContext;
import dev.sightglass.app.exchanges.ExchangeColumns;
import dev.sightglass.app.exchanges.ExchangeListModel;
import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.app.export.FileDialogs;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.feed.ExchangeFeed;
import dev.sightglass.app.filter.FilterModel;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.LinkOpener;
import dev.sightglass.app.sessions.SessionTreeModel;
import dev.sightglass.app.state.UiStateFile;
import dev.sightglass.app.theme.AgentColours;
import dev.sightglass.app.theme.ThemeManager;
import dev.sightglass.app.window.Clipboards;
import dev.sightglass.app.window.ProxyControl;
import dev.sightglass.engine.ProxyEngine;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.ShippedPrices;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.SettingsFile;
import dev.sightglass.engine.store.ExchangeStore;
import java.nio.file.Path;
import java.time.Clock;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;

/** The wiring: makes what the window is built from, each once, and ends it in the right order. FX thread only. */
public final class AppContext implements AutoCloseable {
    private final BackgroundTasks tasks = BackgroundTasks.start();
    private final ExchangeStore store;
    private final Surroundings surroundings;
    private final ProxyEngine engine;
    private final ProxyControl proxy;
    private final SettingsFile settingsFile;
    private final UiStateFile stateFile;
    private final CostCalculator costs;
    private final ExchangeColumns columns;
    private final ExchangeListModel exchanges;
    private final FilterModel filter;
    private final SessionTreeModel sessions;
    private final ExchangeFeed feed;
    private final ThemeManager themes;
    private final AgentColours agentColours = new AgentColours();

    /** What the window finds around it: the system's clipboard, dialogs, browser and choice of light or dark. */
    public record Surroundings(
            Clipboards clipboard,
            FileDialogs files,
            LinkOpener links,
            ObservableValue<ColorScheme> colours,
            Clock clock) {}

    /** {@code store} is closed with this. */
    public AppContext(Path dataFolder, EngineSettings settings, ExchangeStore store, Surroundings surroundings) {
        this.store = store;
        this.surroundings = surroundings;
        this.engine = new ProxyEngine(settings, store);
        this.proxy = new ProxyControl(engine, tasks);
        this.settingsFile = new SettingsFile(dataFolder);
        this.stateFile = new UiStateFile(dataFolder);
        this.costs = new CostCalculator(() -> ShippedPrices.TABLE);
        this.columns = new ExchangeColumns(new CellContext(costs::cost, surroundings.clock(), agentColours));
        this.exchanges = new ExchangeListModel(tasks, () -> new Totals(costs::cost));
        this.filter = new FilterModel(text -> store.search(text, Integer.MAX_VALUE), tasks);
        this.feed = new ExchangeFeed(store, tasks);
        this.themes = new ThemeManager(surroundings.colours());
        this.sessions = new SessionTreeModel(
                () -> new Totals(costs::cost), surroundings.clock().getZone());
        feed.add(exchanges);
        feed.add(sessions);
    }

    public BackgroundTasks tasks() {
        return tasks;
    }

    public ExchangeStore store() {
        return store;
    }

    public ProxyControl proxy() {
        return proxy;
    }

    public SettingsFile settingsFile() {
        return settingsFile;
    }

    public UiStateFile stateFile() {
        return stateFile;
    }

    public CostCalculator costs() {
        return costs;
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

    public ExchangeFeed feed() {
        return feed;
    }

    public ThemeManager themes() {
        return themes;
    }

    public AgentColours agentColours() {
        return agentColours;
    }

    public Clipboards clipboard() {
        return surroundings.clipboard();
    }

    public FileDialogs files() {
        return surroundings.files();
    }

    public InspectorContext inspector() {
        return new InspectorContext(store, tasks, surroundings.links(), costs);
    }

    /** The app's version, as exports tell it. */
    public String version() {
        return Version.text();
    }

    /** Stops the proxy, which may take some seconds, then closes the store. */
    @Override
    public void close() {
        feed.close();
        engine.close();
        store.purge();
        store.close();
        tasks.close();
    }
}
