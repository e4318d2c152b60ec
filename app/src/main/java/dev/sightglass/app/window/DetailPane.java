package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.dashboard.DashboardView;
import dev.sightglass.app.exchanges.ExchangeListModel;
import dev.sightglass.app.exchanges.ExchangeRow;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.inspector.Inspector;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import javafx.scene.layout.StackPane;

/** What stands under the table: the selected exchange, or the figures of all that are shown. FX thread only. */
final class DetailPane extends StackPane {
    private final AppContext app;
    private final ExchangeTable table;
    private final Inspector inspector;
    private final DashboardView dashboard;

    DetailPane(AppContext app, ExchangeTable table) {
        this.app = app;
        this.table = table;
        inspector = new Inspector(app.inspector());
        dashboard = new DashboardView(
                app.exchanges(),
                app.sessions(),
                app.sessionTexts(),
                app.tasks(),
                app.costMemo(),
                app.columns().context().clock().getZone(),
                this::select);
        getChildren().addAll(inspector, dashboard);
        table.selectedProperty().subscribe(this::inspect);
        app.exchanges().countProperty().subscribe(this::choose);
        app.exchanges().add(new ExchangeListModel.Listener() {
            @Override
            public void updated(List<ExchangeSummary> changed) {
                ExchangeRow row = table.selectedProperty().get();
                if (row != null && changed.contains(row.summary())) inspect();
            }
        });
        choose();
    }

    Inspector inspector() {
        return inspector;
    }

    private void inspect() {
        ExchangeRow row = table.selectedProperty().get();
        inspector.show(row == null ? null : row.summary());
        choose();
    }

    /** With no row to inspect the figures of all that are shown take the inspector's place. */
    private void choose() {
        boolean figures = table.selectedProperty().get() == null
                && app.exchanges().countProperty().get() > 0;
        dashboard.setVisible(figures);
        inspector.setVisible(!figures);
    }

    private void select(ExchangeId id) {
        ExchangeRow row = app.exchanges().row(id);
        if (row != null) table.select(row);
    }
}
