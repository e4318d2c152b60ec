package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.exchanges.ExchangeListModel;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.exchanges.SelectionTotals;
import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.app.filter.FilterField;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.palette.Palette;
import dev.sightglass.app.palette.PaletteModel;
import dev.sightglass.app.sessions.ScopeChip;
import dev.sightglass.app.state.UiState;
import dev.sightglass.app.theme.Icons;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The main window's content: toolbar, table over inspector, status bar. FX thread only. */
public final class MainWindow extends StackPane {
    private final AppContext app;
    private final ExchangeTable table;
    private final EmptyState empty;
    private final DetailPane detail;
    private final FilterField filterField;
    private final SavedFilterMenu savedFilters;
    private final Toolbar toolbar;
    private final StatusBar statusBar = new StatusBar();
    private final ReadOnlyBanner readOnly = new ReadOnlyBanner();
    private final SelectionTotals selectionTotals;
    private final RowsOverDetail split;
    private final SessionsSide sessions;
    private final WindowCommands commands;
    private final Toasts toasts;
    private final Actions actions;
    private final Palette palette;
    private final Arrangement arrangement;
    private final FileOpener files;

    public MainWindow(AppContext app) {
        this.app = app;
        setId("main-window");
        getStylesheets()
                .add(Objects.requireNonNull(MainWindow.class.getResource("window.css"))
                        .toExternalForm());
        toasts = new Toasts(this, app.tasks());
        selectionTotals = new SelectionTotals(app.tasks(), () -> new Totals(app.costMemo()));
        files = new FileOpener(app, this, toasts);
        StackPane placeholder = new StackPane();
        table = new ExchangeTable(app.exchanges(), app.columns(), app.tasks(), placeholder);
        commands = new WindowCommands(app, table, toasts, this, this::focusFilter);
        RowCommands rows = new RowCommands(app, table, toasts, this, this::compare);
        SavedFilterCommands filters = new SavedFilterCommands(app, toasts, this);
        actions = new WindowActions(app, table, commands, rows, filters, views()).make();
        empty = new EmptyState(app, actions);
        placeholder.getChildren().add(empty);
        detail = new DetailPane(app, table);
        BorderPane rowsInScope = new BorderPane(table);
        rowsInScope.setTop(new ScopeChip(app.sessions(), app.sessionTexts(), app.agentColours()));
        split = new RowsOverDetail(rowsInScope, detail, app.tasks());
        sessions = new SessionsSide(app, new SessionTreeCommands(commands, table), split);
        filterField = new FilterField(app.filter(), app.savedFilters());
        savedFilters = new SavedFilterMenu(filters, actions);
        toolbar = new Toolbar(app.proxy(), actions, filterField, savedFilters, menu(), app.fileName());
        table.setMenu(new RowMenu(table, rows, commands));
        table.setKeyCommands(keyCommands(rows));
        PaletteModel offers = new PaletteModel(
                new PaletteOffers(app, actions, table, filters, sessions::choose, commands::settings)::all);
        palette = new Palette(offers);
        arrangement = new Arrangement(app, table, detail.inspector(), split, sessions, offers);
        layOut();
        connect();
    }

    /** The actions' shortcuts become those of the scene, once there is one. */
    public Actions actions() {
        return actions;
    }

    private ExchangeTable.KeyCommands keyCommands(RowCommands rows) {
        return new ExchangeTable.KeyCommands() {
            @Override
            public void copy() {
                rows.copyRows(table.selectionProperty().get());
            }

            @Override
            public void open() {
                if (table.selectedProperty().get() != null) detail.inspector().focusTabs();
            }

            @Override
            public void type(String text) {
                filterField.type(text);
            }
        };
    }

    private void layOut() {
        BorderPane frame = new BorderPane(sessions);
        frame.setTop(new VBox(toolbar, readOnly));
        frame.setBottom(statusBar);
        StackPane.setAlignment(filterField.hints(), Pos.TOP_LEFT);
        StackPane.setAlignment(palette, Pos.TOP_CENTER);
        getChildren().addAll(frame, filterField.hints(), palette);
        sceneProperty().subscribe(scene -> {
            if (scene != null) actions.install(scene);
        });
    }

    private void connect() {
        ExchangeListModel exchanges = app.exchanges();
        app.filter().wantedProperty().subscribe(_ -> filter());
        app.sessions().chosenProperty().subscribe((before, now) -> {
            if (!before.scope().equals(now.scope())) table.selectNone();
            filter();
        });
        filterField.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) focusRows(); // the field itself had no more use for it
        });
        toolbar.followButton().selectedProperty().bindBidirectional(table.followingProperty());
        table.selectionProperty().subscribe(selectionTotals::choose);
        selectionTotals.viewProperty().subscribe(_ -> showTotals());
        exchanges.countProperty().subscribe(count -> split.showDetail(count.intValue() > 0));
        // Told also of equal totals: of all exchanges there may be more.
        exchanges.totalsProperty().subscribe(() -> {
            selectionTotals.update();
            showTotals();
        });
        exchanges.add(new ExchangeListModel.Listener() {
            @Override
            public void updated(List<ExchangeSummary> changed) {
                if (changed.stream().anyMatch(e -> !e.inFlight())) app.filter().refresh();
            }
        });
        files.acceptDrops();
        if (app.fileName() != null) {
            statusBar.showFile();
            return;
        }
        app.feed().addHealthListener(statusBar::showHealth);
        app.feed().addHealthListener(readOnly::show);
        app.proxy().stateProperty().subscribe(statusBar::showProxy);
        app.proxy().troubleProperty().subscribe(this::tellTrouble);
    }

    /** What the query and the chosen session or agent, both. */
    private void filter() {
        Predicate<ExchangeSummary> members =
                app.sessions().membersOf(app.sessions().chosenProperty().get());
        app.exchanges().setFilter(app.filter().wantedProperty().get().and(members));
    }

    private void compare(ExchangeId before, ExchangeId after) {
        detail.inspector().compare(before, after);
    }

    private void showTotals() {
        Totals.View shown = app.exchanges().totalsProperty().get();
        Totals.View chosen = selectionTotals.viewProperty().get();
        int all = app.exchanges().countProperty().get();
        empty.showFiltered(all > 0);
        statusBar.showTotals(chosen == null ? shown : chosen, all, chosen != null);
    }

    private void tellTrouble(ProxyControl.@Nullable Trouble trouble) {
        if (trouble == null) toasts.hide();
        else if (trouble.freePort() == 0) toasts.show(trouble.message());
        else
            toasts.show(
                    trouble.message(),
                    Messages.text("toast.usePort", Integer.toString(trouble.freePort())),
                    () -> app.proxy().startOn(trouble.freePort()));
    }

    private void focusFilter() {
        filterField.requestFocus();
        filterField.selectAll();
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton("", Icons.of(Feather.MENU));
        menu.setId("main-menu");
        menu.getStyleClass().addAll("flat", "icon-only");
        menu.setTooltip(new Tooltip(Messages.text("toolbar.menu.tip")));
        menu.setAccessibleText(Messages.text("toolbar.menu.tip"));
        actions.fill(menu);
        menu.setOnShown(_ -> alignRight(menu));
        return menu;
    }

    /** At the window's right end the menu would else reach beyond it. */
    private static void alignRight(MenuButton menu) {
        PopupWindow popup = menu.getItems().getFirst().getParentPopup();
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
        popup.setAnchorX(menu.localToScreen(menu.getWidth(), 0).getX());
    }

    private WindowActions.Views views() {
        return new WindowActions.Views() {
            @Override
            public void togglePalette() {
                palette.toggle();
            }

            @Override
            public void toggleSessions() {
                sessions.toggle();
            }

            @Override
            public void openSavedFilters() {
                savedFilters.show();
            }

            @Override
            public void showPanel(String key) {
                detail.inspector().showPanel(key);
            }

            @Override
            public void openFile() {
                files.choose();
            }

            @Override
            public void closeWindow() {
                Window here = getScene().getWindow();
                Event.fireEvent(here, new WindowEvent(here, WindowEvent.WINDOW_CLOSE_REQUEST));
            }

            @Override
            public void showGuide() {
                Guide.show(getScene().getWindow(), app, actions);
            }

            @Override
            public void showHelp() {
                ShortcutHelp.show(getScene().getWindow(), actions);
            }
        };
    }

    /** Says that what runs is being ended, until the window goes. */
    public void showClosing() {
        Label closing = new Label(Messages.text("closing"));
        closing.setId("closing");
        closing.getStyleClass().addAll("toast", "closing");
        StackPane.setAlignment(closing, Pos.BOTTOM_CENTER);
        closing.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(closing);
    }

    /** Takes the keyboard to the rows, so that J and K walk them and letters begin a query. */
    public void focusRows() {
        table.focusTable();
    }

    /** Shows a short notice. */
    public void tell(String message) {
        toasts.show(message);
    }

    /** Opens a file of exchanges in a window of its own. */
    public void open(Path file) {
        files.open(file);
    }

    /** Puts the content back as it was left. */
    public void restore(UiState state) {
        arrangement.restore(state);
    }

    /** How the content stands now; {@code bounds} are the window's. */
    public UiState stateNow(UiState.Bounds bounds) {
        return arrangement.now(bounds);
    }
}
