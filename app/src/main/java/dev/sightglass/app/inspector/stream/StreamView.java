package dev.sightglass.app.inspector.stream;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.Segments;
import dev.sightglass.app.control.Sparkline;
import dev.sightglass.app.control.body.BodyViewer;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rate as a curve, the events as a list, the chosen event beside it. */
final class StreamView implements PanelView {
    private final Segments legs;
    private final Label summary = new Label();
    private final Sparkline rate = new Sparkline();
    private final ListView<StreamRow> list = new ListView<>();
    private final BodyViewer event;
    private final BorderPane page = new BorderPane();
    private final PanelLoad<StreamModel> load;
    private StreamModel model = new StreamModel(List.of(), new double[0], 1);
    private @Nullable ExchangeSummary exchange;

    StreamView(InspectorContext context) {
        event = new BodyViewer(context.tasks());
        legs = new Segments(
                List.of(text("inspector.stream.both"), text("inspector.stream.azure"), text("inspector.stream.client")),
                _ -> render());
        load = new PanelLoad<>(
                context.tasks(),
                one -> StreamModel.of(
                        context.details(), context.details().find(one).orElseThrow()),
                (_, loaded) -> {
                    model = loaded;
                    render();
                },
                failure -> summary.setText(text("inspector.gone", String.valueOf(failure.getMessage()))));
        summary.getStyleClass().add("muted");
        summary.setId("stream-summary");
        list.setId("stream-events");
        list.getStyleClass().add("stream-list");
        list.setAccessibleText(text("inspector.stream.events"));
        list.setCellFactory(_ -> new StreamCell());
        list.setPlaceholder(new Label(text("inspector.stream.none")));
        list.getSelectionModel().selectedItemProperty().subscribe(this::showEvent);
        HBox bar = new HBox(legs, summary);
        bar.getStyleClass().add("panel-bar");
        SplitPane split = new SplitPane(list, event);
        split.setDividerPositions(0.62);
        page.setId("panel-stream");
        page.setTop(new VBox(bar, rate));
        page.setCenter(split);
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(ExchangeSummary shown) {
        boolean other = exchange == null || !exchange.id().equals(shown.id());
        exchange = shown;
        if (other) list.getItems().clear();
        load.request(shown);
    }

    private void render() {
        List<StreamRow> rows = model.filtered(legs.chosen() != 2, legs.chosen() != 1);
        merge(rows);
        long gaps = model.longGaps();
        summary.setText(text("inspector.stream.summary", rows.size())
                + (gaps == 0 ? "" : "  " + text("inspector.stream.gaps", gaps)));
        double highest = Arrays.stream(model.rate()).max().orElse(0);
        rate.show(model.rate(), text("inspector.stream.rate", Human.count(Math.round(highest))));
    }

    /** Rows that are there stay; a list at its end follows the new ones. */
    private void merge(List<StreamRow> rows) {
        List<StreamRow> shown = list.getItems();
        boolean grows =
                rows.size() >= shown.size() && rows.subList(0, shown.size()).equals(shown);
        if (!grows) {
            list.getItems().setAll(rows);
            if (list.getSelectionModel().isEmpty() && !rows.isEmpty())
                list.getSelectionModel().select(0);
            return;
        }
        list.getItems().addAll(rows.subList(shown.size(), rows.size()));
        if (exchange != null && exchange.inFlight()) list.scrollTo(rows.size() - 1);
        if (list.getSelectionModel().isEmpty() && !rows.isEmpty())
            list.getSelectionModel().select(0);
    }

    private void showEvent(@Nullable StreamRow row) {
        if (row == null) return;
        byte[] data = Objects.requireNonNullElse(row.event().data(), "").getBytes(StandardCharsets.UTF_8);
        RecordedBody body = new RecordedBody(
                data.length == 0 ? Body.EMPTY : new Body.Captured(data.length), data, ArrivalMarks.NONE);
        event.show(row, body, null);
    }

    @Override
    public boolean search() {
        event.search();
        return true;
    }
}
