package dev.sightglass.app.inspector.diff;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.Segments;
import dev.sightglass.app.control.body.TextView;
import dev.sightglass.app.control.text.DiffRows;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.app.theme.Icons;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Two requests as one text: what was removed in red, what was added in green. */
final class DiffView implements PanelView {
    private final Segments choice =
            new Segments(List.of(text("inspector.diff.changes"), text("inspector.diff.all")), _ -> render());
    private final TextField other = new TextField();
    private final Label summary = new Label();
    private final TextView view = new TextView(DiffRows.all(List.of()));
    private final BorderPane page = new BorderPane();
    private final PanelLoad<DiffModel> load;
    private DiffModel model = new DiffModel(null, List.of());
    private @Nullable ExchangeSummary exchange;
    private @Nullable ExchangeId before;
    private @Nullable ExchangeId after;

    DiffView(InspectorContext context) {
        load = new PanelLoad<>(
                context.tasks(),
                one -> DiffModel.of(context.details(), one, before, after),
                (_, loaded) -> {
                    model = loaded;
                    render();
                },
                failure -> summary.setText(text("inspector.gone", String.valueOf(failure.getMessage()))));
        other.setId("diff-other");
        other.setPrefColumnCount(6);
        other.setPromptText(text("inspector.diff.other"));
        other.setAccessibleText(text("inspector.diff.other"));
        other.setOnAction(_ -> compareWith(other.getText()));
        summary.setId("diff-summary");
        summary.getStyleClass().add("muted");
        view.setId("diff-text");
        view.setAccessibleText(text("inspector.diff.title"));
        HBox bar = new HBox(choice, step(Feather.CHEVRON_UP, -1), step(Feather.CHEVRON_DOWN, 1), other, summary);
        bar.getStyleClass().add("panel-bar");
        page.setId("panel-diff");
        page.setTop(bar);
        page.setCenter(view);
    }

    private Button step(Feather icon, int by) {
        Button button = new Button("", Icons.of(icon));
        String words = text(by < 0 ? "inspector.diff.previous" : "inspector.diff.next");
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> go(by));
        return button;
    }

    private void go(int by) {
        if (!(view.rows() instanceof DiffRows rows) || rows.size() == 0) return;
        int row = rows.change(rows.rowOf(view.caret()), by);
        if (row >= 0) view.select(rows.startOf(row), rows.startOf(row));
    }

    /** Another exchange by its number; nothing or nonsense means the one before. */
    private void compareWith(String number) {
        String digits = number.replace("#", "").strip();
        compareOnly(digits.matches("[1-9]\\d{0,17}") ? new ExchangeId(Long.parseLong(digits)) : null, null);
    }

    @Override
    public void compare(ExchangeId one, ExchangeId another) {
        other.setText(one.toString());
        compareOnly(one, another);
    }

    private void compareOnly(@Nullable ExchangeId one, @Nullable ExchangeId another) {
        before = one;
        after = another;
        load.cancel();
        if (exchange != null) load.request(exchange);
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(ExchangeSummary shown) {
        boolean another = exchange == null || !exchange.id().equals(shown.id());
        if (another) {
            before = null;
            after = null;
        }
        boolean bodyIsThere = exchange != null && exchange.requestSize() == shown.requestSize();
        exchange = shown;
        if (another || !bodyIsThere) load.request(shown);
    }

    private void render() {
        if (model.other() == null) {
            summary.setText(text("inspector.diff.none"));
            view.show(DiffRows.all(List.of()));
            return;
        }
        summary.setText(
                text("inspector.diff.summary", model.other(), model.count(Tone.ADDED), model.count(Tone.REMOVED)));
        view.show(choice.chosen() == 0 ? DiffRows.changes(model.lines()) : DiffRows.all(model.lines()));
    }
}
