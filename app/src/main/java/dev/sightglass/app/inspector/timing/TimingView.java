package dev.sightglass.app.inspector.timing;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.KeyValueGrid;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The waterfall of one exchange and its figures. */
final class TimingView implements PanelView {
    private final Label problem = new Label();
    private final Waterfall waterfall = new Waterfall();
    private final KeyValueGrid figures = new KeyValueGrid();
    private final ScrollPane scroll;
    private final PanelLoad<TimingModel> load;

    TimingView(InspectorContext context) {
        load = new PanelLoad<>(
                context,
                summary -> TimingModel.of(context.details().find(summary).orElseThrow(), sinceStart(summary)),
                (_, model) -> render(model),
                failure -> showProblem(text("inspector.gone", String.valueOf(failure.getMessage()))));
        problem.getStyleClass().add("muted");
        problem.setId("timing-problem");
        waterfall.setId("timing-waterfall");
        showProblem("");
        Label heading = new Label(text("inspector.timing.figures"));
        heading.getStyleClass().add("section");
        figures.setMaxWidth(420);
        VBox page = new VBox(problem, waterfall, heading, figures);
        page.getStyleClass().add("page");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setId("panel-timing");
    }

    private static long sinceStart(ExchangeSummary summary) {
        return Math.max(0, Duration.between(summary.startedAt(), Instant.now()).toNanos());
    }

    @Override
    public Region node() {
        return scroll;
    }

    @Override
    public void show(ExchangeSummary exchange) {
        load.request(exchange);
    }

    private void showProblem(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.setManaged(!words.isEmpty());
    }

    private void render(TimingModel model) {
        showProblem("");
        waterfall.show(model);
        figures.show(model.figures());
    }
}
