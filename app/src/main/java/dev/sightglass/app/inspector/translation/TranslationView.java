package dev.sightglass.app.inspector.translation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.Segments;
import dev.sightglass.app.control.body.BodyViewer;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.app.inspector.translation.TranslationModel.Filter;
import dev.sightglass.app.inspector.translation.TranslationModel.Side;
import dev.sightglass.app.inspector.translation.TranslationModel.Way;
import dev.sightglass.app.theme.Icons;
import dev.sightglass.engine.detail.AlignedPiece;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The way there or the way back: the pieces as a list, both messages beside it, differences coloured; a piece chosen is shown
 * at both places.
 */
final class TranslationView implements PanelView {
    private static final double LEAST_LIST = 160;

    private final Segments way = new Segments(
            List.of(text("inspector.translation.request"), text("inspector.translation.answer")), _ -> render());
    private final Segments filter = new Segments(
            List.of(
                    text("inspector.translation.differences"),
                    text("inspector.translation.notes"),
                    text("inspector.translation.all")),
            _ -> render());
    private final ListView<AlignedPiece> list = new ListView<>();
    private final Label summary = new Label();
    private final Label clientTitle = title();
    private final Label upstreamTitle = title();
    private final Label placeholder = new Label();
    private final BodyViewer client;
    private final BodyViewer upstream;
    private final BorderPane page = new BorderPane();
    private final PanelLoad<TranslationModel> load;
    private @Nullable TranslationModel model;
    private @Nullable ExchangeSummary exchange;

    TranslationView(InspectorContext context) {
        client = new BodyViewer(context.tasks());
        upstream = new BodyViewer(context.tasks());
        load = new PanelLoad<>(
                context,
                one -> TranslationModel.of(
                        context.details(), context.details().find(one).orElseThrow()),
                (_, loaded) -> {
                    model = loaded;
                    render();
                },
                failure -> summary.setText(text("inspector.gone", String.valueOf(failure.getMessage()))));
        way.setId("translation-way");
        filter.setId("translation-filter");
        list.setId("translation-pieces");
        list.getStyleClass().addAll("piece-list");
        list.setAccessibleText(text("inspector.translation.title"));
        list.setMinWidth(LEAST_LIST);
        list.setCellFactory(_ -> new PieceCell(() -> way.chosen() == 1));
        placeholder.setWrapText(true);
        placeholder.getStyleClass().addAll("muted", "empty-state");
        list.setPlaceholder(placeholder);
        list.getSelectionModel().selectedItemProperty().subscribe(this::goTo);
        summary.getStyleClass().add("muted");
        summary.setId("translation-summary");
        HBox bar = new HBox(way, filter, step(Feather.CHEVRON_UP, -1), step(Feather.CHEVRON_DOWN, 1), summary);
        bar.getStyleClass().add("panel-bar");
        SplitPane split = new SplitPane(list, titled(clientTitle, client), titled(upstreamTitle, upstream));
        split.setDividerPositions(0.28, 0.64);
        page.setId("panel-translation");
        page.setTop(bar);
        page.setCenter(split);
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private static Label title() {
        Label label = new Label();
        label.getStyleClass().addAll("section", "side-title");
        return label;
    }

    private static BorderPane titled(Label title, BodyViewer viewer) {
        BorderPane side = new BorderPane(viewer);
        viewer.setMinWidth(0);
        side.setMinWidth(0); // else three panes in a narrow window leave the list no room
        side.setTop(title);
        return side;
    }

    private Button step(Feather icon, int by) {
        Button button = new Button("", Icons.of(icon));
        String words = text(by < 0 ? "inspector.translation.previous" : "inspector.translation.next");
        button.setId(by < 0 ? "translation-previous" : "translation-next");
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> step(by));
        return button;
    }

    /** F7 as in the Diff panel, and Alt with an arrow, which needs no second hand. */
    private void key(KeyEvent event) {
        if (event.isShortcutDown()) return;
        if (event.getCode() == KeyCode.F7) step(event.isShiftDown() ? -1 : 1);
        else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) step(1);
        else if (event.isAltDown() && event.getCode() == KeyCode.UP) step(-1);
        else return;
        event.consume();
    }

    /** To the next piece that differs, also when the list shows all. */
    private void step(int by) {
        List<AlignedPiece> rows = list.getItems();
        int from = list.getSelectionModel().getSelectedIndex();
        for (int i = from < 0 && by < 0 ? rows.size() - 1 : from + by; i >= 0 && i < rows.size(); i += by) {
            if (rows.get(i).state() == AlignedPiece.State.SAME && rows.get(i).reason() == null) continue;
            list.getSelectionModel().select(i);
            list.scrollTo(Math.max(0, i - 2));
            return;
        }
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(ExchangeSummary shown) {
        if (exchange == null || !exchange.id().equals(shown.id())) {
            model = null;
            list.getItems().clear();
            placeholder.setText("");
        }
        exchange = shown;
        load.request(shown);
    }

    private void render() {
        TranslationModel loaded = model;
        if (loaded == null) return;
        Way shown = way.chosen() == 0 ? loaded.request() : loaded.answer();
        Filter wanted = Filter.values()[filter.chosen()];
        placeholder.setText(nothing(shown, wanted));
        List<AlignedPiece> rows = shown.shown(wanted);
        if (!list.getItems().equals(rows)) list.getItems().setAll(rows);
        long different = shown.shown(Filter.DIFFERENCES).size();
        String words =
                text("inspector.translation.summary", different, shown.rows().size(), shown.notes());
        summary.setText(shown.rows().isEmpty() ? "" : words);
        show(client, clientTitle, shown.client(), shown, true);
        show(upstream, upstreamTitle, shown.upstream(), shown, false);
    }

    private static void show(BodyViewer viewer, Label title, Side side, Way way, boolean clientSide) {
        title.setText(side.words());
        viewer.tint(tones(way, clientSide));
        viewer.show(way.id(), side.body(), side.type());
    }

    private String nothing(Way shown, Filter wanted) {
        boolean running = exchange != null && exchange.inFlight();
        boolean answer = way.chosen() == 1;
        if (shown.rows().isEmpty()) {
            if (answer) return text(running ? "inspector.translation.noAnswerYet" : "inspector.translation.noAnswer");
            return text(running ? "inspector.translation.notSentYet" : "inspector.translation.notSent");
        }
        if (wanted == Filter.NOTES) return text("inspector.translation.noNotes");
        return text(answer ? "inspector.translation.sameAnswer" : "inspector.translation.none");
    }

    private static Map<String, Tone> tones(Way way, boolean clientSide) {
        Map<String, Tone> tones = new LinkedHashMap<>();
        for (AlignedPiece row : way.shown(Filter.DIFFERENCES)) {
            String path = clientSide ? row.clientPath() : row.upstreamPath();
            if (path != null) tones.put(path, tone(row.state()));
        }
        return tones;
    }

    /** What the translation took away stands on the side that it came from, what it added on the other. */
    private static Tone tone(AlignedPiece.State state) {
        return switch (state) {
            case DROPPED -> Tone.REMOVED;
            case ADDED -> Tone.ADDED;
            case CHANGED -> Tone.CHANGED;
            case SAME -> Tone.PLAIN;
        };
    }

    private void goTo(@Nullable AlignedPiece piece) {
        if (piece == null) return;
        if (piece.clientPath() != null) client.goToPath(piece.clientPath());
        if (piece.upstreamPath() != null) upstream.goToPath(piece.upstreamPath());
    }

    @Override
    public boolean search() {
        client.search();
        return true;
    }
}
