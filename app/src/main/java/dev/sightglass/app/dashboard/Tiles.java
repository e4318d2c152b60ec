package dev.sightglass.app.dashboard;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.exchanges.Sums;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Money;
import dev.sightglass.app.sessions.SessionTexts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The few numbers that say the most, beside each other. */
final class Tiles extends FlowPane {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Tile exchanges = new Tile("exchanges");
    private final Tile input = new Tile("input");
    private final Tile output = new Tile("output");
    private final Tile cost = new Tile("cost");
    private final Tile errors = new Tile("errors");
    private final Tile ttft = new Tile("ttft");
    private final Tile total = new Tile("total");

    Tiles() {
        getStyleClass().add("tiles");
        getChildren().addAll(exchanges, input, output, cost, errors, ttft, total);
    }

    void show(DashboardModel model) {
        Sums sums = model.sums();
        String running = sums.inFlight() == 0 ? "" : text("sessions.running", sums.inFlight());
        exchanges.show(Human.exact((long) sums.count()), running, "");
        double share = sums.input() == 0 ? 0 : (double) sums.cached() / sums.input();
        input.show(
                Human.count(sums.input()),
                sums.input() == 0 ? "" : text("dashboard.cached", Human.percent(share)),
                Human.exact(sums.input()));
        output.show(Human.count(sums.output()), "", Human.exact(sums.output()));
        String money = SessionTexts.cost(sums);
        cost.show(
                money.isEmpty() ? Human.ABSENT : money,
                sums.unpriced() == 0 ? "" : text("dashboard.unpriced", sums.unpriced()),
                Money.exact(sums.cost()));
        String part = sums.count() == 0 ? "" : Human.percent((double) sums.errors() / sums.count());
        errors.show(Human.exact((long) sums.errors()), sums.errors() == 0 ? "" : part, "");
        errors.pseudoClassStateChanged(BAD, sums.errors() > 0);
        ttft.show(
                Human.duration(model.ttft().p50()), "", Human.exact(model.ttft().p50()));
        total.show(
                Human.duration(model.total().p50()),
                "",
                Human.exact(model.total().p50()));
    }

    private static final class Tile extends VBox {
        private final Label value = new Label();
        private final Label more = new Label();
        private final Tooltip exact = new Tooltip();

        Tile(String key) {
            setId("tile-" + key);
            getStyleClass().add("figure-tile");
            Label name = new Label(text("dashboard.tile." + key));
            name.getStyleClass().addAll("small", "muted");
            value.getStyleClass().add("tile-value");
            more.getStyleClass().addAll("small", "muted");
            getChildren().addAll(name, value, more);
        }

        void show(String number, String details, String exactNumber) {
            value.setText(number);
            more.setText(details);
            more.setTooltip(details.isEmpty() ? null : new Tooltip(details));
            exact.setText(exactNumber);
            value.setTooltip(exactNumber.isEmpty() ? null : exact);
        }
    }
}
