package dev.sightglass.app.inspector.overview;

import dev.sightglass.app.control.ColumnsPane;
import dev.sightglass.app.control.KeyValueGrid;
import dev.sightglass.app.control.KeyValueSection;
import dev.sightglass.app.control.Phase;
import dev.sightglass.app.control.PhaseLegend;
import dev.sightglass.app.control.Phases;
import dev.sightglass.app.control.TimingBar;
import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The overview: headline and verdict, the time as a bar, then everything else in columns. */
final class OverviewView implements PanelView {
    private final InspectorContext context;
    private final Label title = new Label();
    private final Region dot = new Region();
    private final Label verdict = new Label();
    private final Label hint = new Label();
    private final TimingBar bar = new TimingBar();
    private final PhaseLegend legend = new PhaseLegend();
    private final ColumnsPane columns = new ColumnsPane();
    private final List<KeyValueGrid> grids = new ArrayList<>();
    private final ScrollPane scroll;
    private final FindingsView findings = new FindingsView();
    private final PanelLoad<ErrorCard.Findings> load;
    private @Nullable ExchangeSummary exchange;
    private String state = "";

    OverviewView(InspectorContext context) {
        this.context = context;
        load = new PanelLoad<>(
                context,
                one -> ErrorCard.find(context.details(), one),
                (_, found) -> showFindings(found),
                _ -> findings.clear());
        title.getStyleClass().add("heading");
        title.setId("overview-title");
        verdict.setId("overview-verdict");
        hint.setId("overview-hint");
        dot.getStyleClass().add("state-dot");
        verdict.setWrapText(true);
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        HBox verdictRow = new HBox(dot, verdict);
        verdictRow.getStyleClass().add("verdict");
        VBox page = new VBox(title, verdictRow, hint, findings, new VBox(6, bar, legend), columns);
        page.getStyleClass().add("overview");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setId("panel-overview");
    }

    @Override
    public Region node() {
        return scroll;
    }

    @Override
    public void show(ExchangeSummary shown) {
        if (exchange == null || !exchange.id().equals(shown.id())) findings.clear();
        exchange = shown;
        OverviewModel model = OverviewModel.of(shown, context.costs());
        title.setText(Invisible.visible(model.title()));
        verdict.setText(Invisible.visible(model.verdict()));
        hint.setText(model.hint() == null ? "" : model.hint());
        hint.setVisible(model.hint() != null);
        hint.setManaged(model.hint() != null);
        showState(model.state());
        List<Phase> phases = Phases.of(shown.timings(), sinceStart(shown));
        bar.show(phases);
        legend.show(phases);
        showSections(model.sections());
        columns.getChildren().remove(findings.filter());
        columns.getChildren().add(findings.filter());
        stepBack();
        load.request(shown);
    }

    private void showFindings(ErrorCard.Findings found) {
        findings.show(found);
        stepBack();
    }

    /** The card says what to do, and knows more than the summary: beside it the verdict is brief. */
    private void stepBack() {
        if (!findings.hasCard() || exchange == null) return;
        verdict.setText(Invisible.visible(Verdict.brief(exchange)));
        hint.setVisible(false);
        hint.setManaged(false);
    }

    private static long sinceStart(ExchangeSummary exchange) {
        return Math.max(0, Duration.between(exchange.startedAt(), Instant.now()).toNanos());
    }

    private void showState(String label) {
        if (!state.isEmpty()) dot.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), false);
        state = label.replace('_', '-');
        dot.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
    }

    private void showSections(List<KeyValueSection> sections) {
        while (grids.size() < sections.size())
            addSection(sections.get(grids.size()).title());
        for (int i = 0; i < sections.size(); i++)
            grids.get(i).show(sections.get(i).lines());
    }

    private void addSection(String name) {
        Label heading = new Label(name);
        heading.getStyleClass().add("section");
        KeyValueGrid grid = new KeyValueGrid();
        grids.add(grid);
        columns.getChildren().add(new VBox(4, heading, grid));
    }
}
