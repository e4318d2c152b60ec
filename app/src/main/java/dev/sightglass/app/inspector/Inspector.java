package dev.sightglass.app.inspector;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows one exchange in panels. A panel's view is made when it is first seen; a view that fails gives way to a notice and the
 * raw panel. FX thread only.
 */
public final class Inspector extends BorderPane {
    private final List<InspectorPanel> panels;
    private final @Nullable PanelView[] views;
    private final InspectorContext context;
    private final PanelTabs tabs;
    private final StackPane content = new StackPane();
    private final Label empty = new Label(text("inspector.empty"));
    private @Nullable ExchangeSummary selected;
    private int chosen;
    private @Nullable PanelView showing;

    public Inspector(InspectorContext context) {
        this(context, InspectorPanels.all());
    }

    Inspector(InspectorContext context, List<InspectorPanel> panels) {
        this.context = context;
        this.panels = panels;
        this.views = new PanelView[panels.size()];
        this.tabs = new PanelTabs(panels, this::choose);
        setId("inspector");
        getStyleClass().add("inspector");
        getStylesheets()
                .add(Objects.requireNonNull(Inspector.class.getResource("inspector.css"))
                        .toExternalForm());
        empty.setId("inspector-empty");
        empty.getStyleClass().addAll("muted", "empty-state");
        content.getStyleClass().add("panel-content");
        setTop(tabs);
        setCenter(new StackPane(content, busySign()));
        tabs.choose(0);
        addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        render();
    }

    private ProgressBar busySign() {
        ProgressBar sign = new ProgressBar();
        sign.setId("panel-busy");
        sign.getStyleClass().add("panel-busy");
        sign.setMaxWidth(Double.MAX_VALUE);
        sign.setMouseTransparent(true);
        sign.setAccessibleText(text("inspector.busy"));
        // An indeterminate bar moves, even out of sight: it is one only while there is something to wait for.
        context.slowWork().goingProperty().subscribe(going -> {
            sign.setVisible(going);
            sign.setProgress(going ? ProgressBar.INDETERMINATE_PROGRESS : 0);
        });
        StackPane.setAlignment(sign, Pos.TOP_CENTER);
        return sign;
    }

    /**
     * A panel that can be shown.
     *
     * @param shortcut for the first nine
     */
    public record PanelChoice(String key, String title, Optional<KeyCombination> shortcut) {}

    /** All panels, in the order of their tabs. */
    public static List<PanelChoice> panelChoices() {
        List<InspectorPanel> all = InspectorPanels.all();
        return IntStream.range(0, all.size())
                .mapToObj(i -> new PanelChoice(
                        all.get(i).key(), text("inspector." + all.get(i).key() + ".title"), PanelTabs.shortcut(i)))
                .toList();
    }

    /** Shows this exchange, or that none is selected; called again with a newer summary of the same one while it runs. */
    public void show(@Nullable ExchangeSummary exchange) {
        selected = exchange;
        render();
    }

    /** Brings the panel with this key to the front, such as {@code timing}. */
    public void showPanel(String key) {
        for (int i = 0; i < panels.size(); i++) if (panels.get(i).key().equals(key)) choose(i);
    }

    /** The key of the panel that was chosen last, whether or not what is selected now has it. */
    public String panelKey() {
        return panels.get(chosen).key();
    }

    /**
     * Shows in the Diff panel what changed from one exchange to another. One exchange has to be selected; the comparison gives
     * way when another one is.
     */
    public void compare(ExchangeId before, ExchangeId after) {
        showPanel("diff");
        if (showing != null) showing.compare(before, after);
    }

    /** Takes the keyboard to the tabs. */
    public void focusTabs() {
        tabs.focusChosen();
    }

    private void choose(int index) {
        chosen = index;
        tabs.choose(index);
        render();
    }

    private void render() {
        ExchangeSummary exchange = selected;
        for (int i = 0; i < panels.size(); i++)
            tabs.setSupported(i, exchange == null || panels.get(i).supports(exchange));
        if (exchange == null) {
            place(null, empty);
            return;
        }
        int index = panels.get(chosen).supports(exchange) ? chosen : 0;
        tabs.choose(index);
        try {
            PanelView view = view(index);
            place(view, view.node());
            view.show(exchange);
        } catch (RuntimeException failure) {
            showRawInstead(index, exchange, failure);
        }
    }

    private PanelView view(int index) {
        PanelView view = views[index];
        if (view == null) {
            view = panels.get(index).build(context);
            views[index] = view;
        }
        return view;
    }

    private void place(@Nullable PanelView view, Node node) {
        if (showing != null && showing != view) showing.hide();
        showing = view;
        if (content.getChildren().size() != 1 || content.getChildren().getFirst() != node)
            content.getChildren().setAll(node);
    }

    private void showRawInstead(int index, ExchangeSummary exchange, RuntimeException failure) {
        System.getLogger(Inspector.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "the panel " + panels.get(index).key() + " failed",
                        failure);
        views[index] = null;
        Label notice = new Label(text(
                "inspector.failed",
                text("inspector." + panels.get(index).key() + ".title"),
                String.valueOf(failure.getMessage())));
        notice.getStyleClass().add("notice");
        notice.setWrapText(true);
        BorderPane fallback = new BorderPane();
        fallback.setTop(notice);
        int raw = panels.size() - 1;
        if (raw != index && panels.get(raw).key().equals("raw")) {
            PanelView view = panels.get(raw).build(context);
            fallback.setCenter(view.node());
            place(view, fallback);
            view.show(exchange);
        } else {
            place(null, fallback);
        }
    }

    private void shortcut(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) return;
        int digit = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
        if (digit >= 0 && digit < 9 && digit < panels.size() && !event.isShiftDown()) {
            if (selected == null || panels.get(digit).supports(selected)) choose(digit);
            event.consume();
        } else if (event.getCode() == KeyCode.F && showing != null && showing.search()) {
            event.consume();
        }
    }
}
