package dev.sightglass.app.window;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.Icons;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Short notices over the window's lower edge, one at a time; each goes by itself, or is closed. FX thread only. */
public final class Toasts {
    private static final Duration TIME = Duration.ofSeconds(8);

    private final StackPane layer;
    private final BackgroundTasks tasks;
    private @Nullable Region showing;
    private BackgroundTasks.@Nullable Running expiry;

    /** Toasts are laid over what is in {@code layer}. */
    public Toasts(StackPane layer, BackgroundTasks tasks) {
        this.layer = layer;
        this.tasks = tasks;
    }

    public void show(String message) {
        show(message, null, null);
    }

    /** With a button that does something about it. */
    public void show(String message, @Nullable String actionTitle, @Nullable Runnable action) {
        hide();
        Label label = new Label(message);
        label.setWrapText(true);
        label.setMaxWidth(520);
        HBox toast = new HBox(12, label);
        toast.setId("toast");
        toast.getStyleClass().add("toast");
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        if (actionTitle != null && action != null) toast.getChildren().add(actionButton(actionTitle, action));
        toast.getChildren().add(closeButton());
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        layer.getChildren().add(toast);
        showing = toast;
        expiry = tasks.repeat(TIME, this::hide);
    }

    public void hide() {
        if (expiry != null) expiry.cancel();
        expiry = null;
        if (showing != null) layer.getChildren().remove(showing);
        showing = null;
    }

    private Button actionButton(String title, Runnable action) {
        Button button = new Button(title);
        button.setId("toast-action");
        button.getStyleClass().addAll("flat", "link");
        button.setOnAction(_ -> {
            hide();
            action.run();
        });
        return button;
    }

    private Button closeButton() {
        Button close = new Button("", Icons.of(Feather.X));
        close.setAccessibleText(Messages.text("toast.close"));
        close.getStyleClass().addAll("flat", "icon-only");
        close.setOnAction(_ -> hide());
        return close;
    }
}
