package dev.sightglass.app.exchanges;

import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The way back to the newest row, over the table's lower edge: there while rows have come out of sight. */
final class NewestButton extends Button {
    NewestButton(Following following) {
        setId("to-newest");
        getStyleClass().add("to-newest");
        setGraphic(Icons.of(Feather.ARROW_DOWN));
        setFocusTraversable(false);
        setOnAction(_ -> following.onProperty().set(true));
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        following.missedProperty().subscribe(missed -> show(missed.intValue()));
    }

    private void show(int missed) {
        setVisible(missed > 0);
        setManaged(missed > 0);
        if (missed > 0) setText(Messages.text("table.newest", Human.exact((long) missed)));
    }
}
