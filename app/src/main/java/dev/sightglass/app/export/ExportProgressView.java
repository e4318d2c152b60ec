package dev.sightglass.app.export;

import dev.sightglass.app.format.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A running export: how far it has come, and a way to end it. */
public final class ExportProgressView extends HBox {
    public ExportProgressView(ExportTask task) {
        super(12);
        setId("export-progress");
        getStyleClass().add("toast");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(200);
        bar.progressProperty().bind(task.progressProperty());
        bar.setAccessibleText(Messages.text("export.running"));
        Button cancel = new Button(Messages.text("export.cancel"));
        cancel.setId("export-cancel");
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(_ -> task.cancel());
        getChildren().addAll(new Label(Messages.text("export.running")), bar, cancel);
    }
}
