package dev.sightglass.app.inspector.diff;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.Segments;
import dev.sightglass.app.control.text.FoldingRows;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.app.theme.Icons;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Two requests compared, section by section, as one text or beside each other. F7 and Shift+F7 go to the next and the previous
 * difference.
 */
final class DiffView implements PanelView {
    private final Segments choice;
    private final TextField other = new TextField();
    private final Label summary = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final PauseTransition patience = new PauseTransition(Duration.millis(300));
    private final HBox chips = new HBox();
    private final DiffTextPane pane;
    private final BorderPane page = new BorderPane();
    private final PanelLoad<DiffModel> load;
    private DiffModel model = DiffModel.NONE;
    private @Nullable ExchangeSummary exchange;
    private @Nullable ExchangeId before;
    private @Nullable ExchangeId after;

    DiffView(InspectorContext context) {
        pane = new DiffTextPane(context.tasks());
        choice = new Segments(List.of(text("diff.unified"), text("diff.beside")), index -> pane.showBeside(index == 1));
        load = new PanelLoad<>(
                context,
                one -> DiffModel.of(context.details(), one, before, after),
                (_, loaded) -> loaded(loaded),
                failure -> {
                    working(false);
                    summary.setText(text("inspector.gone", String.valueOf(failure.getMessage())));
                });
        patience.setOnFinished(_ -> progress.setVisible(true));
        progress.setId("diff-progress");
        progress.setPrefWidth(80);
        progress.setAccessibleText(text("diff.working"));
        chips.setId("diff-sections");
        chips.getStyleClass().add("diff-sections");
        page.setId("panel-diff");
        page.setTop(new VBox(bar(), chips));
        page.setCenter(pane);
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        working(false);
    }

    private HBox bar() {
        other.setId("diff-other");
        other.setPrefColumnCount(6);
        other.setPromptText(text("inspector.diff.other"));
        other.setAccessibleText(text("inspector.diff.other"));
        other.setOnAction(_ -> compareWith(other.getText()));
        summary.setId("diff-summary");
        summary.getStyleClass().add("muted");
        HBox bar = new HBox(
                choice,
                button(Feather.CHEVRON_UP, "inspector.diff.previous", "diff-previous", () -> pane.go(-1)),
                button(Feather.CHEVRON_DOWN, "inspector.diff.next", "diff-next", () -> pane.go(1)),
                button(Feather.REPEAT, "diff.swap", "diff-swap", this::swap),
                button(Feather.MINIMIZE_2, "body.fold", "diff-fold", () -> pane.fold(FoldingRows::foldAll)),
                button(Feather.MAXIMIZE_2, "body.unfold", "diff-unfold", () -> pane.fold(FoldingRows::unfoldAll)),
                other,
                summary,
                progress);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    private static Button button(Feather icon, String key, String id, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tooltip(text(key)));
        button.setAccessibleText(text(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void key(KeyEvent event) {
        if (event.getCode() != KeyCode.F7) return;
        pane.go(event.isShiftDown() ? -1 : 1);
        event.consume();
    }

    /** Another exchange by its number; nothing or nonsense means the one before. */
    private void compareWith(String number) {
        String digits = number.replace("#", "").strip();
        start(digits.matches("[1-9]\\d{0,17}") ? new ExchangeId(Long.parseLong(digits)) : null, null);
    }

    @Override
    public void compare(ExchangeId one, ExchangeId another) {
        other.setText(one.toString());
        start(one, another);
    }

    private void swap() {
        if (model.before() == null) return;
        compare(Objects.requireNonNull(model.after()), model.before());
    }

    private void start(@Nullable ExchangeId one, @Nullable ExchangeId another) {
        before = one;
        after = another;
        load.cancel();
        if (exchange != null) request(exchange);
    }

    private void request(ExchangeSummary shown) {
        working(true);
        load.request(shown);
    }

    private void working(boolean is) {
        progress.setVisible(false);
        if (is) patience.playFromStart();
        else patience.stop();
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
            other.clear();
        }
        boolean bodyIsThere = exchange != null
                && exchange.requestSize() == shown.requestSize()
                && exchange.inFlight() == shown.inFlight();
        exchange = shown;
        if (another || !bodyIsThere) request(shown);
    }

    private void loaded(DiffModel loaded) {
        working(false);
        model = loaded;
        pane.show(loaded);
        chips.getChildren().clear();
        if (loaded.before() == null || loaded.after() == null) {
            summary.setText(text("inspector.diff.none"));
            return;
        }
        for (int i = 0; i < loaded.sections().size(); i++)
            chips.getChildren().add(chip(loaded.sections().get(i), i));
        summary.setText(text("inspector.diff.summary", loaded.before(), loaded.after(), loaded.differences()));
    }

    private Button chip(DiffSection section, int index) {
        Button chip = new Button(DiffModel.title(section.part()) + "  " + DiffModel.counts(section));
        chip.setId("diff-section-" + section.part().name().toLowerCase(Locale.ROOT));
        chip.getStyleClass().addAll("flat", section.differs() ? "differs" : "equal");
        chip.setOnAction(_ -> pane.goToSection(index));
        return chip;
    }
}
