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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rate as a curve, the events as a list, the chosen event beside it. */
final class StreamView implements PanelView {
    private final Segments legs;
    private final Label summary = new Label();
    private final Label pair = new Label();
    private final Button toOther = new Button(text("inspector.stream.toCounterpart"));
    private final Label nothing = new Label();
    private final Sparkline rate = new Sparkline();
    private final ListView<StreamRow> list = new ListView<>();
    private final BodyViewer event;
    private final BorderPane page = new BorderPane();
    private final PanelLoad<StreamModel> load;
    private StreamModel model = StreamModel.NONE;
    private Set<StreamRow> counterparts = Set.of();
    private boolean merging;
    private @Nullable ExchangeSummary exchange;

    StreamView(InspectorContext context) {
        event = new BodyViewer(context.tasks());
        legs = new Segments(
                List.of(text("inspector.stream.both"), text("inspector.stream.azure"), text("inspector.stream.client")),
                _ -> render());
        load = new PanelLoad<>(
                context,
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
        list.setCellFactory(_ -> new StreamCell(row -> counterparts.contains(row)));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll("muted", "empty-state");
        list.setPlaceholder(nothing);
        list.getSelectionModel().selectedItemProperty().subscribe(this::showEvent);
        toOther.setId("stream-to-counterpart");
        toOther.getStyleClass().add("flat");
        toOther.setTooltip(new Tooltip(text("inspector.stream.toCounterpart.tip")));
        toOther.setDisable(true);
        toOther.setOnAction(_ -> goToCounterpart());
        pair.setId("stream-pair");
        pair.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(legs, summary, space, pair, toOther);
        bar.getStyleClass().add("panel-bar");
        BorderPane events = new BorderPane(list);
        events.setTop(StreamCell.heads());
        event.setMinWidth(0);
        SplitPane split = new SplitPane(events, event);
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
        if (other) {
            model = StreamModel.NONE;
            counterparts = Set.of();
            nothing.setText("");
            list.getItems().clear();
        }
        load.request(shown);
    }

    private void render() {
        List<StreamRow> rows = model.filtered(legs.chosen() != 2, legs.chosen() != 1);
        nothing.setText(whyNothing());
        merge(rows);
        long gaps = model.longGaps();
        double highest = Arrays.stream(model.rate()).max().orElse(0);
        String peak = highest == 0 ? "" : text("inspector.stream.rate", Human.count(Math.round(highest)));
        List<String> words = new ArrayList<>();
        words.add(text("inspector.stream.summary", rows.size()));
        if (!peak.isEmpty()) words.add(peak);
        if (gaps > 0) words.add(text("inspector.stream.gaps", gaps));
        summary.setText(String.join(", ", words));
        rate.show(model.rate(), peak);
    }

    /** Rows that are there stay, and so does the position; a list at its end follows the new ones. */
    private void merge(List<StreamRow> rows) {
        List<StreamRow> shown = list.getItems();
        int same = 0;
        while (same < rows.size() && same < shown.size() && rows.get(same).equals(shown.get(same))) same++;
        if (same == rows.size() && same == shown.size()) return;
        boolean follows = exchange != null && exchange.inFlight() && atEnd();
        StreamRow selected = list.getSelectionModel().getSelectedItem();
        merging = true;
        if (same < shown.size()) shown.subList(same, shown.size()).clear();
        shown.addAll(rows.subList(same, rows.size()));
        if (selected != null && shown.contains(selected))
            list.getSelectionModel().select(selected);
        merging = false;
        if (follows) list.scrollTo(rows.size() - 1);
        if (list.getSelectionModel().isEmpty() && !rows.isEmpty())
            list.getSelectionModel().select(0);
    }

    /** Whether the newest row is in sight. */
    private boolean atEnd() {
        return list.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible())
                .allMatch(bar -> bar.getValue() >= bar.getMax() - 1e-3);
    }

    private void markCounterparts(StreamRow row) {
        List<StreamRow> others = model.pairs().of(row);
        counterparts = Set.copyOf(others);
        toOther.setDisable(others.isEmpty());
        pair.setText(pairWords(row, others));
        list.refresh();
    }

    private static String pairWords(StreamRow row, List<StreamRow> others) {
        if (others.isEmpty()) return "";
        StreamRow azure = row.fromAzure() ? row : others.getLast();
        StreamRow client = row.fromAzure() ? others.getFirst() : row;
        if (azure.event().at() < 0 || client.event().at() < 0) return "";
        return text(
                "inspector.stream.pair",
                others.size(),
                Human.nanos(Math.max(0, client.event().at() - azure.event().at())));
    }

    private void goToCounterpart() {
        list.getItems().stream().filter(counterparts::contains).findFirst().ifPresent(row -> {
            int index = list.getItems().indexOf(row);
            list.scrollTo(Math.max(0, index - 3));
            list.getSelectionModel().select(index);
            list.requestFocus();
        });
    }

    private void key(KeyEvent event) {
        if (event.getCode() != KeyCode.C || event.isShortcutDown() || toOther.isDisabled()) return;
        goToCounterpart();
        event.consume();
    }

    private String whyNothing() {
        if (exchange != null && exchange.inFlight()) return text("inspector.stream.notYet");
        return text("inspector.stream.none");
    }

    private void showEvent(@Nullable StreamRow row) {
        if (row == null || merging) return;
        markCounterparts(row);
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
