package dev.sightglass.app.dashboard;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.dashboard.DashboardModel.Latency;
import dev.sightglass.app.dashboard.DashboardModel.Ranked;
import dev.sightglass.app.dashboard.DashboardModel.Share;
import dev.sightglass.app.dashboard.DashboardModel.Tool;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Money;
import dev.sightglass.engine.model.ExchangeId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Latency, money by agent and model, tools, and the exchanges that stand out, as small tables. */
final class Tables {
    private final Consumer<ExchangeId> choose;
    private final FigureTable latency = new FigureTable(text("dashboard.latency"), "", "p50", "p95", "p99");
    private final FigureTable agents = new FigureTable(
            text("dashboard.byAgent"),
            text("dashboard.agent"),
            text("dashboard.tile.exchanges"),
            text("dashboard.cost"));
    private final FigureTable models = new FigureTable(
            text("dashboard.byModel"),
            text("dashboard.model"),
            text("dashboard.tile.exchanges"),
            text("dashboard.cost"));
    private final FigureTable tools = new FigureTable(
            text("dashboard.tools"),
            text("dashboard.tool"),
            text("dashboard.uses"),
            text("dashboard.failed"),
            text("dashboard.wait"));
    private final VBox slowest = new VBox();
    private final VBox dearest = new VBox();

    Tables(Consumer<ExchangeId> choose) {
        this.choose = choose;
        tools.setId("table-tools");
        latency.setId("table-latency");
        slowest.setId("slowest");
        dearest.setId("dearest");
    }

    List<Node> cards() {
        return List.of(
                DashboardView.card("dashboard.latency", latency),
                DashboardView.card("dashboard.tools", tools),
                DashboardView.card("dashboard.byAgent", agents),
                DashboardView.card("dashboard.byModel", models),
                DashboardView.card("dashboard.slowest", slowest),
                DashboardView.card("dashboard.dearest", dearest));
    }

    void show(DashboardModel model) {
        latency.show(List.of(
                latency(text("dashboard.ttft"), model.ttft()), latency(text("dashboard.total"), model.total())));
        agents.show(model.byAgent().stream().map(Tables::share).toList());
        models.show(model.byModel().stream().map(Tables::share).toList());
        tools.show(model.tools().stream().map(Tables::tool).toList());
        rank(slowest, model.slowest(), one -> Human.duration(one.duration()));
        rank(dearest, model.dearest(), one -> Money.human(one.cost()));
    }

    private static List<String> latency(String name, Latency latency) {
        return List.of(
                name, Human.duration(latency.p50()), Human.duration(latency.p95()), Human.duration(latency.p99()));
    }

    private static List<String> share(Share share) {
        String cost = share.cost() == null
                ? (share.unpriced() > 0 ? "?" : Human.ABSENT)
                : Money.human(share.cost()) + (share.unpriced() > 0 ? "+" : "");
        return List.of(share.name(), Human.exact((long) share.exchanges()), cost);
    }

    private static List<String> tool(Tool tool) {
        return List.of(
                tool.name(),
                Human.exact((long) tool.calls()),
                tool.failed() == 0 ? "0" : Human.exact((long) tool.failed()),
                Human.duration(tool.untilResult()));
    }

    private void rank(VBox list, List<Ranked> ranked, Function<Ranked, String> figure) {
        List<Node> rows =
                ranked.stream().map(one -> (Node) row(one, figure.apply(one))).toList();
        if (rows.isEmpty()) list.getChildren().setAll(FigureTable.nothing());
        else list.getChildren().setAll(rows);
    }

    private Button row(Ranked one, String figure) {
        String title = one.title() == null ? "" : one.title();
        Label number = new Label("#" + one.id());
        number.getStyleClass().add("muted");
        Label value = new Label(figure);
        value.getStyleClass().add("rank-figure");
        Label name = new Label(title);
        name.getStyleClass().add("muted");
        name.setMinWidth(0);
        for (Label fixed : List.of(number, value)) fixed.setMinWidth(Label.USE_PREF_SIZE);
        HBox line = new HBox(number, value, name);
        line.getStyleClass().add("rank-line");
        Button button = new Button("", line);
        button.getStyleClass().addAll("flat", "rank");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setAccessibleText(text("dashboard.choose", one.id().number(), figure, title));
        button.setOnAction(_ -> choose.accept(one.id()));
        return button;
    }
}
