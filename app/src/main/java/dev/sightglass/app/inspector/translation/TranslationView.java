package dev.sightglass.app.inspector.translation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.Segments;
import dev.sightglass.app.control.body.BodyViewer;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.detail.AlignedPiece;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The pieces as a list; both requests beside it, differences coloured; a piece chosen is shown at both places. */
final class TranslationView implements PanelView {
    private final Segments choice = new Segments(
            List.of(text("inspector.translation.differences"), text("inspector.translation.all")), _ -> render());
    private final ListView<AlignedPiece> list = new ListView<>();
    private final Label summary = new Label();
    private final BodyViewer client;
    private final BodyViewer upstream;
    private final BorderPane page = new BorderPane();
    private final PanelLoad<TranslationModel> load;
    private @Nullable TranslationModel model;

    TranslationView(InspectorContext context) {
        client = new BodyViewer(context.tasks());
        upstream = new BodyViewer(context.tasks());
        load = new PanelLoad<>(
                context.tasks(),
                one -> TranslationModel.of(
                        context.details(), context.details().find(one).orElseThrow()),
                (_, loaded) -> {
                    model = loaded;
                    render();
                },
                failure -> summary.setText(text("inspector.gone", String.valueOf(failure.getMessage()))));
        list.setId("translation-pieces");
        list.getStyleClass().addAll("piece-list");
        list.setAccessibleText(text("inspector.translation.title"));
        list.setCellFactory(_ -> new PieceCell());
        list.setPlaceholder(new Label(text("inspector.translation.none")));
        list.getSelectionModel().selectedItemProperty().subscribe(this::goTo);
        summary.getStyleClass().add("muted");
        summary.setId("translation-summary");
        HBox bar = new HBox(choice, summary);
        bar.getStyleClass().add("panel-bar");
        SplitPane split = new SplitPane(
                list, titled(text("part.downstream_request"), client), titled(text("part.upstream_request"), upstream));
        split.setDividerPositions(0.28, 0.64);
        page.setId("panel-translation");
        page.setTop(bar);
        page.setCenter(split);
    }

    private static BorderPane titled(String title, BodyViewer viewer) {
        Label label = new Label(title);
        label.getStyleClass().addAll("section", "side-title");
        BorderPane side = new BorderPane(viewer);
        side.setTop(label);
        return side;
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(ExchangeSummary exchange) {
        load.request(exchange);
    }

    private void render() {
        TranslationModel shown = model;
        if (shown == null) return;
        List<AlignedPiece> rows = shown.shown(choice.chosen() == 1);
        if (!list.getItems().equals(rows)) list.getItems().setAll(rows);
        long different = shown.shown(false).size();
        summary.setText(
                text("inspector.translation.summary", different, shown.rows().size()));
        client.tint(tones(shown, true));
        upstream.tint(tones(shown, false));
        client.show(shown.id(), shown.client().recorded(), shown.client().contentType());
        upstream.show(shown.id(), shown.upstream().recorded(), shown.upstream().contentType());
    }

    private static Map<String, Tone> tones(TranslationModel model, boolean clientSide) {
        Map<String, Tone> tones = new LinkedHashMap<>();
        for (AlignedPiece row : model.shown(false)) {
            String path = clientSide ? row.clientPath() : row.upstreamPath();
            if (path == null) continue;
            tones.put(
                    path,
                    switch (row.state()) {
                        case DROPPED -> Tone.REMOVED;
                        case ADDED -> Tone.ADDED;
                        case CHANGED -> Tone.CHANGED;
                        case SAME -> Tone.PLAIN;
                    });
        }
        return tones;
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
