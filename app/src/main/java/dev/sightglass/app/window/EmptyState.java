package dev.sightglass.app.window;

import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the table shows while it is empty: the way to the first exchange, in three steps, each with its button. */
final class EmptyState extends VBox {
    private final ProxyControl proxy;
    private final Label command = new Label();
    private final Label title = new Label();
    private final VBox steps = new VBox(12);

    /** @param teach whether there is a way to a first exchange: not in a window that shows a file */
    EmptyState(ProxyControl proxy, Actions actions, boolean teach) {
        this.proxy = proxy;
        setId("empty-state");
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        setSpacing(16);
        title.getStyleClass().add("heading");
        command.getStyleClass().addAll("mono", "command");
        command.setId("empty-command");
        getChildren().addAll(title, steps);
        if (!teach) {
            showFiltered(true);
            return;
        }
        Button settings = button(actions, "settings", Feather.SETTINGS);
        Button start = button(actions, "start", Feather.PLAY);
        Button copy = button(actions, "copyLaunch", Feather.COPY);
        steps.setMaxWidth(Region.USE_PREF_SIZE);
        steps.getChildren()
                .addAll(
                        step("1", Messages.text("empty.step.settings"), settings),
                        step("2", Messages.text("empty.step.start"), start),
                        step("3", Messages.text("empty.step.launch"), copy),
                        command);
        proxy.stateProperty().subscribe(this::refresh);
        proxy.settingsProperty().subscribe(this::refresh);
        refresh();
    }

    /** Says that there are exchanges, but none that passes the filter. */
    void showFiltered(boolean filtered) {
        title.setText(Messages.text(filtered ? "empty.filtered" : proxy.running() ? "empty.waiting" : "empty.title"));
        steps.setVisible(!filtered);
        steps.setManaged(!filtered);
    }

    private void refresh() {
        command.setText(new LaunchCommand(
                        proxy.address(), proxy.settingsProperty().get().azure())
                .brief());
        showFiltered(!steps.isVisible());
    }

    private static HBox step(String number, String text, Button button) {
        Label badge = new Label(number);
        badge.getStyleClass().add("step-number");
        Label label = new Label(text);
        label.setPrefWidth(380);
        HBox step = new HBox(12, badge, label, button);
        step.setAlignment(Pos.CENTER_LEFT);
        return step;
    }

    private static Button button(Actions actions, String id, Feather icon) {
        Action action = actions.byId(id);
        Button button = new Button(Messages.text("empty.button." + id), Icons.of(icon));
        button.setId("empty-" + id);
        button.setPrefWidth(144);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
