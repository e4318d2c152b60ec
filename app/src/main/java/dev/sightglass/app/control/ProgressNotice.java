package dev.sightglass.app.control;

import dev.sightglass.app.format.Messages;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Something long that runs: how far it has come, and a way to end it. */
public final class ProgressNotice extends HBox {
    /**
     * @param id with {@code -progress} names it in tests, with {@code -cancel} its button
     * @param words what goes on
     * @param progress from 0 to 1
     */
    public ProgressNotice(String id, String words, ReadOnlyDoubleProperty progress, Runnable cancelling) {
        super(12);
        setId(id + "-progress");
        getStyleClass().add("toast");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(200);
        bar.progressProperty().bind(progress);
        bar.setAccessibleText(words);
        Button cancel = new Button(Messages.text("export.cancel"));
        cancel.setId(id + "-cancel");
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(_ -> cancelling.run());
        getChildren().addAll(new Label(words), bar, cancel);
    }
}
