package dev.sightglass.app.window;

import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.format.Money;
import dev.sightglass.app.theme.Icons;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.store.StoreHealth;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The line at the window's foot: sums over the shown (or the selected) rows, where recording goes, how the proxy is. */
final class StatusBar extends HBox {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Label scope = item("status-scope");
    private final Label input = item("status-input");
    private final Label output = item("status-output");
    private final Label cost = item("status-cost");
    private final Label ttft = item("status-ttft");
    private final Label errors = item("status-errors");
    private final Label recording = item("status-recording");
    private final Label proxy = item("status-proxy");

    StatusBar() {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        recording.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        recording.setMinWidth(60);
        getChildren().addAll(scope, input, output, cost, ttft, errors, gap, recording, proxy);
    }

    private static Label item(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("status-item");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** {@code all} is how many exchanges there are, shown or not; {@code selected} says that the sums are the selection's. */
    void showTotals(Totals.View totals, int all, boolean selected) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass("selection"), selected);
        scope.setText(scopeText(totals.count(), all, selected));
        show(
                input,
                totals.input() > 0,
                Messages.text("status.in", Human.count(totals.input()), share(totals)),
                Messages.text("status.in.exact", Human.exact(totals.input()), Human.exact(totals.cached())));
        show(
                output,
                totals.output() > 0,
                Messages.text("status.out", Human.count(totals.output())),
                Messages.text("status.out.exact", Human.exact(totals.output())));
        show(
                cost,
                totals.cost().signum() > 0 || totals.unpriced() > 0,
                (totals.cost().signum() > 0 ? Money.human(totals.cost()) : Messages.text("status.cost.unknown"))
                        + (totals.unpriced() > 0 && totals.cost().signum() > 0 ? "+" : ""),
                Money.exact(totals.cost())
                        + (totals.unpriced() > 0 ? "\n" + Messages.text("status.unpriced", totals.unpriced()) : ""));
        show(
                ttft,
                totals.ttftMedian() != null,
                Messages.text("status.ttft", Human.duration(totals.ttftMedian())),
                Human.exact(totals.ttftMedian()));
        show(errors, totals.errors() > 0, Messages.text("status.errors", totals.errors()), "");
        errors.pseudoClassStateChanged(BAD, true);
    }

    void showHealth(StoreHealth health) {
        boolean bad = !(health instanceof StoreHealth.Recording);
        recording.pseudoClassStateChanged(BAD, bad);
        recording.setGraphic(bad ? Icons.of(Feather.ALERT_TRIANGLE, "small", "danger") : null);
        String text = switch (health) {
            case StoreHealth.Recording(String place) -> Messages.text("status.recording", place);
            case StoreHealth.Failing(String reason, long _) -> Messages.text("status.failing", reason);
            case StoreHealth.InMemory(String reason) -> Messages.text("status.inMemory", reason);
            case StoreHealth.ReadOnly(String reason) -> Messages.text("status.readOnly", reason);
        };
        show(recording, true, text, text);
    }

    /** In the window of a file nothing is recorded and no proxy runs. */
    void showFile() {
        show(recording, true, Messages.text("status.file"), Messages.text("toolbar.file.tip"));
        show(proxy, false, "", "");
    }

    void showProxy(ProxyState state) {
        boolean open = state instanceof ProxyState.Running running && running.openToNetwork();
        proxy.pseudoClassStateChanged(BAD, open || state instanceof ProxyState.Failed);
        proxy.pseudoClassStateChanged(PseudoClass.getPseudoClass("up"), state instanceof ProxyState.Running);
        String text = switch (state) {
            case ProxyState.Running _ -> Messages.text(open ? "status.proxy.open" : "status.proxy.up");
            case ProxyState.Stopped _ -> Messages.text("status.proxy.stopped");
            case ProxyState.Starting _ -> Messages.text("status.proxy.starting");
            case ProxyState.Stopping _ -> Messages.text("status.proxy.stopping");
            case ProxyState.Failed _ -> Messages.text("status.proxy.failed");
        };
        String detail = open ? Messages.text("status.proxy.open.detail") : "";
        show(proxy, true, text, state instanceof ProxyState.Failed failed ? failed.message() : detail);
    }

    private static String scopeText(int count, int all, boolean selected) {
        if (selected) return Messages.text("status.selected", Human.exact((long) count));
        if (count != all) return Messages.text("status.filtered", Human.exact((long) count), Human.exact((long) all));
        return Messages.text(count == 1 ? "status.count.one" : "status.count", Human.exact((long) count));
    }

    private static String share(Totals.View totals) {
        return Human.percent(totals.input() == 0 ? 0 : (double) totals.cached() / totals.input());
    }

    private static void show(Label label, boolean wanted, String text, String exact) {
        label.setVisible(wanted);
        label.setManaged(wanted);
        label.setText(text);
        if (exact.isEmpty()) label.setTooltip(null);
        else if (label.getTooltip() == null) label.setTooltip(new Tooltip(exact));
        else label.getTooltip().setText(exact);
    }
}
