package dev.sightglass.app.inspector.usage;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.ColumnsPane;
import dev.sightglass.app.control.KeyValueGrid;
import dev.sightglass.app.control.KeyValueSection;
import dev.sightglass.app.control.RankedBars;
import dev.sightglass.app.control.ShareCurve;
import dev.sightglass.app.control.StackedBars;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The token ledger: who counted, this exchange in bars and figures, what fills the window, the turns before as charts. */
final class UsageView implements PanelView {
    private static final int TURNS = 120;

    private final Label provenance = new Label();
    private final StackedBars tokens = StackedBars.lying();
    private final ColumnsPane ledger = new ColumnsPane();
    private final RankedBars parts = new RankedBars();
    private final VBox partsBox = section("inspector.usage.parts", "inspector.usage.parts.how", parts);
    private final StackedBars turns = StackedBars.standing();
    private final VBox turnsBox = section("inspector.usage.turns", null, turns);
    private final ShareCurve cache = new ShareCurve();
    private final VBox cacheBox = section("inspector.usage.cacheCurve", "inspector.usage.cacheCurve.how", cache);
    private final ScrollPane scroll;
    private final PanelLoad<UsageModel> load;

    UsageView(InspectorContext context) {
        load = new PanelLoad<>(
                context,
                summary -> UsageModel.of(context.details(), summary, context.costs(), TURNS),
                (_, model) -> render(model),
                failure -> showFailure(text("inspector.gone", String.valueOf(failure.getMessage()))));
        provenance.setId("usage-provenance");
        provenance.setWrapText(true);
        parts.setId("usage-parts");
        cache.setId("usage-cache");
        VBox page = new VBox(provenance, tokens, ledger, partsBox, turnsBox, cacheBox);
        page.getStyleClass().add("page");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setId("panel-usage");
    }

    private static VBox section(String heading, @Nullable String how, Region content) {
        Label title = new Label(text(heading));
        title.getStyleClass().add("section");
        content.setAccessibleText(text(heading));
        VBox box = new VBox(8, title);
        if (how != null) {
            Label words = new Label(text(how));
            words.setWrapText(true);
            words.getStyleClass().add("subtle");
            box.getChildren().add(words);
        }
        box.getChildren().add(content);
        box.getStyleClass().add("usage-section");
        return box;
    }

    @Override
    public Region node() {
        return scroll;
    }

    @Override
    public void show(ExchangeSummary exchange) {
        load.request(exchange);
    }

    private void showFailure(String words) {
        provenance.setText(words);
        for (Node node : List.of(tokens, ledger, partsBox, turnsBox, cacheBox)) show(node, false);
    }

    private void render(UsageModel model) {
        provenance.setText(model.provenance());
        show(tokens, model.tokens() != null);
        tokens.show(model.tokens() == null ? List.of() : List.of(model.tokens()));
        show(ledger, !model.ledger().isEmpty());
        ledger.getChildren()
                .setAll(model.ledger().stream().map(UsageView::section).toList());
        show(partsBox, !model.parts().isEmpty());
        parts.show(model.parts());
        boolean several = model.turns().size() > 1;
        show(turnsBox, several);
        turns.show(several ? model.turns() : List.of());
        boolean cached = several
                && model.cache().stream()
                                .filter(point -> !Double.isNaN(point.share()))
                                .count()
                        > 1;
        show(cacheBox, cached);
        cache.show(cached ? model.cache() : List.of());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static VBox section(KeyValueSection section) {
        Label heading = new Label(section.title());
        heading.getStyleClass().add("section");
        KeyValueGrid grid = new KeyValueGrid();
        grid.show(section.lines());
        return new VBox(4, heading, grid);
    }
}
