package dev.sightglass.app.inspector.usage;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.ColumnsPane;
import dev.sightglass.app.control.KeyValueGrid;
import dev.sightglass.app.control.KeyValueSection;
import dev.sightglass.app.control.StackedBars;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The token ledger: who counted, this exchange as a bar and in figures, the turns before as a chart. */
final class UsageView implements PanelView {
    private static final int TURNS = 120;

    private final Label provenance = new Label();
    private final StackedBars composition = StackedBars.lying();
    private final ColumnsPane ledger = new ColumnsPane();
    private final Label turnsHeading = new Label(text("inspector.usage.turns"));
    private final StackedBars turns = StackedBars.standing();
    private final ScrollPane scroll;
    private final PanelLoad<UsageModel> load;

    UsageView(InspectorContext context) {
        load = new PanelLoad<>(
                context.tasks(),
                summary -> UsageModel.of(summary, context.details().turns(summary, TURNS), context.costs()),
                (_, model) -> render(model),
                _ -> {});
        provenance.setId("usage-provenance");
        provenance.setWrapText(true);
        turnsHeading.getStyleClass().add("section");
        turns.setAccessibleText(text("inspector.usage.turns"));
        VBox page = new VBox(provenance, composition, ledger, turnsHeading, turns);
        page.getStyleClass().add("page");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setId("panel-usage");
    }

    @Override
    public Region node() {
        return scroll;
    }

    @Override
    public void show(ExchangeSummary exchange) {
        load.request(exchange);
    }

    private void render(UsageModel model) {
        provenance.setText(model.provenance());
        boolean has = model.composition() != null;
        composition.setVisible(has);
        composition.setManaged(has);
        composition.show(model.composition() == null ? List.of() : List.of(model.composition()));
        ledger.getChildren()
                .setAll(model.ledger().stream().map(UsageView::section).toList());
        boolean several = model.turns().size() > 1;
        turnsHeading.setVisible(several);
        turns.setVisible(several);
        turns.setManaged(several);
        turns.show(several ? model.turns() : List.of());
    }

    private static VBox section(KeyValueSection section) {
        Label heading = new Label(section.title());
        heading.getStyleClass().add("section");
        KeyValueGrid grid = new KeyValueGrid();
        grid.show(section.lines());
        return new VBox(4, heading, grid);
    }
}
