package dev.sightglass.app.dashboard;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.ColumnsPane;
import dev.sightglass.app.exchanges.ExchangeListModel;
import dev.sightglass.app.exchanges.ExchangeRow;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.sessions.SessionNode;
import dev.sightglass.app.sessions.SessionTexts;
import dev.sightglass.app.sessions.SessionTreeModel;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The figures of what the table shows: of the chosen session, turn or agent and the query. Reckoned in the background, at most
 * once a second, and only while they can be seen. FX thread only.
 */
public final class DashboardView extends ScrollPane {
    private static final Duration PACE = Duration.ofSeconds(1);
    /** Rows come first: the figures are reckoned when nothing has changed for this long, or for {@link #PACE} at the most. */
    private static final Duration SETTLE = Duration.ofMillis(250);
    /** A reckoning is repeated after so many times its own duration, so that it never fills a processor. */
    private static final int REST = 9;

    private final ExchangeListModel exchanges;
    private final SessionTreeModel sessions;
    private final SessionTexts texts;
    private final BackgroundTasks tasks;
    private final Function<ExchangeSummary, @Nullable BigDecimal> cost;
    private final Label heading = new Label();
    private final Tiles tiles = new Tiles();
    private final Charts charts;
    private final Tables tables;
    private BackgroundTasks.@Nullable Running reckoning;
    private BackgroundTasks.@Nullable Running resting;
    private boolean stale = true;
    /** Whether what is waited for is that nothing more changes. */
    private boolean settling;

    private long unsettledAt;

    /** {@code choose} selects the exchange that is clicked. */
    public DashboardView(
            ExchangeListModel exchanges,
            SessionTreeModel sessions,
            SessionTexts texts,
            BackgroundTasks tasks,
            Function<ExchangeSummary, @Nullable BigDecimal> cost,
            ZoneId zone,
            Consumer<ExchangeId> choose) {
        this.exchanges = exchanges;
        this.sessions = sessions;
        this.texts = texts;
        this.tasks = tasks;
        this.cost = cost;
        this.charts = new Charts(zone);
        this.tables = new Tables(choose);
        setId("dashboard");
        getStyleClass().add("dashboard");
        getStylesheets()
                .add(Objects.requireNonNull(DashboardView.class.getResource("dashboard.css"))
                        .toExternalForm());
        setFitToWidth(true);
        setContent(page());
        visibleProperty().subscribe(shown -> {
            if (shown && stale) reckon();
        });
        sessions.chosenProperty().subscribe(_ -> changed());
        exchanges.totalsProperty().subscribe(_ -> changed());
        exchanges.shown().addListener((InvalidationListener) _ -> changed());
    }

    private VBox page() {
        heading.setId("dashboard-heading");
        heading.getStyleClass().add("dashboard-heading");
        ColumnsPane cards = new ColumnsPane(300);
        cards.getChildren().addAll(charts.cards());
        cards.getChildren().addAll(tables.cards());
        VBox page = new VBox(heading, tiles, cards);
        page.getStyleClass().add("dashboard-page");
        return page;
    }

    private void changed() {
        stale = true;
        if (!isVisible() || reckoning != null || (resting != null && !settling)) return;
        if (resting != null && System.nanoTime() - unsettledAt > PACE.toNanos()) return;
        if (resting == null) unsettledAt = System.nanoTime();
        else resting.cancel();
        settling = true;
        resting = tasks.repeat(SETTLE, this::rested);
    }

    /** What is known when the reckoning is done, and how long it took. */
    private record Reckoned(DashboardModel model, Duration took) {}

    private void reckon() {
        if (reckoning != null) return;
        stale = false;
        ExchangeRow[] shown = exchanges.shown().toArray(ExchangeRow[]::new);
        SessionNode chosen = sessions.chosenProperty().get();
        Function<ExchangeSummary, ? extends @Nullable Object> turns = sessions.turns();
        reckoning = tasks.run(
                () -> {
                    long began = System.nanoTime();
                    List<ExchangeSummary> states = Arrays.stream(shown)
                            .map(ExchangeRow::summary)
                            .sorted(ExchangeListModel.BY_NUMBER)
                            .toList();
                    DashboardModel model = DashboardModel.of(states, cost, turns);
                    return new Reckoned(model, Duration.ofNanos(System.nanoTime() - began));
                },
                reckoned -> show(chosen, reckoned),
                failure -> {
                    reckoning = null;
                    throw new IllegalStateException("the figures could not be reckoned", failure);
                });
    }

    private void show(SessionNode chosen, Reckoned reckoned) {
        reckoning = null;
        boolean narrowed = reckoned.model().sums().count() < chosen.sums().count();
        heading.setText(text(narrowed ? "dashboard.ofFiltered" : "dashboard.of", texts.path(chosen)));
        tiles.show(reckoned.model());
        charts.show(reckoned.model());
        tables.show(reckoned.model());
        if (reckoned.model().sums().count() == 0) {
            // Noughts must not stand beside the first rows for longer than they take to settle.
            if (stale) changed();
            return;
        }
        Duration rest = reckoned.took().multipliedBy(REST);
        resting = tasks.repeat(rest.compareTo(PACE) > 0 ? rest : PACE, this::rested);
    }

    private void rested() {
        if (resting != null) resting.cancel();
        resting = null;
        settling = false;
        if (stale && isVisible()) reckon();
    }

    /**
     * A card: what it shows and the nodes that show it.
     *
     * @param key of its title
     */
    static VBox card(String key, Node... content) {
        return card(new Label(text(key)), content);
    }

    static VBox card(Label label, Node... content) {
        label.getStyleClass().add("figure-title");
        VBox card = new VBox(label);
        card.getChildren().addAll(content);
        card.getStyleClass().add("figure-card");
        return card;
    }

    /** Shows which colour stands for what. */
    static FlowPane legend(String... keys) {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("legend");
        for (String key : keys) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "swatch-" + key);
            Label label = new Label(text("usage." + key), swatch);
            label.getStyleClass().addAll("small", "muted");
            legend.getChildren().add(label);
        }
        return legend;
    }
}
