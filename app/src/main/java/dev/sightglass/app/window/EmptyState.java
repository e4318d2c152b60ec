package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.settings.ConnectionCheckView;
import dev.sightglass.app.theme.Icons;
import dev.sightglass.engine.settings.AzureSettings;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The way to the first exchange, step by step, each with its button and a mark once it is done. It stands in the table while
 * that is empty, and in a window of its own when it is asked for. FX thread only.
 */
final class EmptyState extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final AppContext app;
    private final Label command = new Label();
    private final Label title = new Label();
    private final Label wayBack = new Label(Messages.text("empty.wayBack"));
    private final VBox steps = new VBox(12);

    EmptyState(AppContext app, Actions actions) {
        this.app = app;
        setId("empty-state");
        getStyleClass().add("empty-state");
        getStylesheets()
                .add(Objects.requireNonNull(EmptyState.class.getResource("window.css"))
                        .toExternalForm());
        setAlignment(Pos.CENTER);
        setSpacing(16);
        title.getStyleClass().add("heading");
        command.getStyleClass().addAll("mono", "command");
        command.setId("empty-command");
        command.setWrapText(true);
        command.setMaxWidth(628);
        command.setMinHeight(Region.USE_PREF_SIZE);
        steps.setMaxWidth(Region.USE_PREF_SIZE);
        wayBack.getStyleClass().add("muted");
        getChildren().addAll(title, wayBack, steps);
        if (app.fileName() == null) teach(actions);
        else showFiltered(true);
    }

    /** Says that there are exchanges, but none that passes the filter. */
    void showFiltered(boolean filtered) {
        title.setText(Messages.text(filtered ? "empty.filtered" : progress()));
        steps.setVisible(!filtered);
        steps.setManaged(!filtered);
        wayBack.setVisible(filtered);
        wayBack.setManaged(filtered);
    }

    private String progress() {
        if (app.exchanges().countProperty().get() > 0) return "empty.here";
        return app.proxy().running() ? "empty.waiting" : "empty.title";
    }

    private void teach(Actions actions) {
        ConnectionCheckView check = new ConnectionCheckView(app.tasks());
        Button test = button(
                "test",
                Feather.ACTIVITY,
                () -> check.run(app.proxy().settingsProperty().get()));
        ObservableValue<Boolean> setUp = app.proxy().settingsProperty().map(now -> named(now.azure()));
        ObservableValue<Boolean> running =
                app.proxy().stateProperty().map(_ -> app.proxy().running());
        ObservableValue<Boolean> here = app.exchanges().countProperty().map(count -> count.intValue() > 0);
        Button start = action(actions, "start", Feather.PLAY);
        running.subscribe(now -> start.setDisable(now || app.proxy().barred() != null)); // it would stop it again
        steps.getChildren()
                .addAll(
                        step("1", "settings", action(actions, "settings", Feather.SETTINGS), setUp),
                        step("2", "test", test, check.goodProperty()),
                        check,
                        step("3", "start", start, running),
                        step("4", "launch", action(actions, "copyLaunch", Feather.COPY), here),
                        command,
                        demo());
        app.proxy().stateProperty().subscribe(this::refresh);
        app.proxy().settingsProperty().subscribe(this::refresh);
        app.exchanges().countProperty().subscribe(this::refresh);
        refresh();
    }

    private static boolean named(AzureSettings azure) {
        return azure.endpoint() != null || azure.instance() != null;
    }

    private void refresh() {
        command.setText(new LaunchCommand(
                        app.proxy().address(),
                        app.proxy().settingsProperty().get().azure())
                .brief());
        showFiltered(!steps.isVisible());
    }

    private static HBox demo() {
        Label text = new Label(Messages.text("empty.demo"));
        text.getStyleClass().addAll("small", "muted");
        return new HBox(text);
    }

    /** The mark of a step that is done follows what is really the case, whoever brought it about. */
    private static HBox step(String number, String key, Button button, ObservableValue<Boolean> done) {
        Label badge = new Label();
        badge.getStyleClass().add("step-number");
        Label label = new Label(Messages.text("empty.step." + key));
        label.setPrefWidth(436);
        HBox step = new HBox(12, badge, label, button);
        step.setAlignment(Pos.CENTER_LEFT);
        done.subscribe(now -> {
            badge.setText(now ? "" : number);
            badge.setGraphic(now ? Icons.of(Feather.CHECK, "success", "small") : null);
            badge.setAccessibleText(now ? Messages.text("empty.done") : number);
            step.pseudoClassStateChanged(DONE, now);
        });
        return step;
    }

    private static Button action(Actions actions, String id, Feather icon) {
        return button(id, icon, actions.byId(id)::run);
    }

    private static Button button(String id, Feather icon, Runnable command) {
        Button button = new Button(Messages.text("empty.button." + id), Icons.of(icon));
        button.setId("empty-" + id);
        button.setOnAction(_ -> command.run());
        return button;
    }
}
