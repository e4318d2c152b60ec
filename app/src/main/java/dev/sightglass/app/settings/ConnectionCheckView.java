package dev.sightglass.app.settings;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.Icons;
import dev.sightglass.engine.CheckFinding;
import dev.sightglass.engine.ConnectionCheck;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.settings.EngineSettings;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tries settings out with one tiny request and lists what was found, step by step. FX thread only. */
public final class ConnectionCheckView extends VBox {
    private static final String ANY_MODEL = "gpt-4.1";

    private final BackgroundTasks tasks;
    private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper();
    private BackgroundTasks.@Nullable Running running;

    public ConnectionCheckView(BackgroundTasks tasks) {
        super(4);
        this.tasks = tasks;
        setId("check-findings");
        setPadding(new Insets(8, 0, 0, 0));
        managedProperty().bind(Bindings.isNotEmpty(getChildren()));
    }

    /** Whether the last check ended well. */
    public ReadOnlyBooleanProperty goodProperty() {
        return good.getReadOnlyProperty();
    }

    /** Begins anew with these settings; what an earlier run finds no longer counts. */
    public void run(EngineSettings settings) {
        good.set(false);
        if (running != null) running.cancel();
        getChildren().setAll(new Label(Messages.text("settings.test.running")));
        String deployment = settings.azure().deployment();
        String model = deployment == null ? ANY_MODEL : deployment;
        running = tasks.run(
                () -> ConnectionCheck.run(settings, model, Headers.NONE),
                this::show,
                failure -> getChildren().setAll(new Label(String.valueOf(failure.getMessage()))));
    }

    private void show(List<CheckFinding> findings) {
        getChildren().setAll(findings.stream().map(ConnectionCheckView::line).toList());
        findings.stream()
                .reduce((_, last) -> last)
                .ifPresent(last -> good.set(last.verdict() == CheckFinding.Verdict.GOOD));
    }

    private static HBox line(CheckFinding finding) {
        Label text = new Label(finding.message());
        text.setWrapText(true);
        text.setMaxWidth(540);
        HBox line = new HBox(8, icon(finding.verdict()), text);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static FontIcon icon(CheckFinding.Verdict verdict) {
        return switch (verdict) {
            case GOOD -> Icons.of(Feather.CHECK, "success");
            case DOUBTFUL -> Icons.of(Feather.ALERT_CIRCLE, "warning");
            case BAD -> Icons.of(Feather.X, "danger");
        };
    }
}
