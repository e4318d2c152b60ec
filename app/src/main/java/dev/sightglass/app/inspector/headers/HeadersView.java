package dev.sightglass.app.inspector.headers;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.ColumnsPane;
import dev.sightglass.app.control.KeyValueGrid;
import dev.sightglass.app.control.KeyValueSection;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.PanelLoad;
import dev.sightglass.app.inspector.PanelView;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Headers of both legs beside each other, with a filter. */
final class HeadersView implements PanelView {
    private final TextField filter = new TextField();
    private final ColumnsPane columns = new ColumnsPane(480);
    private final BorderPane page = new BorderPane();
    private final PanelLoad<Exchange> load;
    private @Nullable Exchange exchange;
    private List<KeyValueSection> shown = List.of();

    HeadersView(InspectorContext context) {
        load = new PanelLoad<>(
                context,
                summary -> context.details().find(summary).orElseThrow(),
                (_, loaded) -> {
                    exchange = loaded;
                    render();
                },
                _ -> columns.getChildren().clear());
        filter.setId("headers-filter");
        filter.setPromptText(text("inspector.headers.filter"));
        filter.setAccessibleText(text("inspector.headers.filter"));
        filter.textProperty().subscribe(_ -> render());
        columns.getStyleClass().addAll("page", "headers-page");
        HBox bar = new HBox(filter);
        bar.getStyleClass().add("panel-bar");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        page.setId("panel-headers");
        page.setTop(bar);
        page.setCenter(scroll);
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(ExchangeSummary summary) {
        load.request(summary);
    }

    @Override
    public boolean search() {
        filter.requestFocus();
        return true;
    }

    private void render() {
        if (exchange == null) return;
        List<KeyValueSection> sections = HeadersModel.of(exchange, filter.getText());
        if (sections.equals(shown)) return;
        shown = sections;
        columns.getChildren().setAll(sections.stream().map(HeadersView::section).toList());
    }

    private static VBox section(KeyValueSection section) {
        Label heading = new Label(section.title());
        heading.getStyleClass().add("section");
        if (section.lines().isEmpty()) {
            Label none = new Label(text("inspector.headers.none"));
            none.getStyleClass().add("subtle");
            return new VBox(4, heading, none);
        }
        KeyValueGrid grid = new KeyValueGrid();
        grid.show(section.lines());
        return new VBox(4, heading, grid);
    }
}
