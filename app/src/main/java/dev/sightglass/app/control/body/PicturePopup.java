package dev.sightglass.app.control.body;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** A picture over the payload that holds it; a click elsewhere closes it. */
final class PicturePopup {
    private static final double LARGEST = 480;

    private PicturePopup() {}

    static void show(Node owner, Pictures.Loaded loaded) {
        VBox box = new VBox();
        box.getStyleClass().add("picture-popup");
        box.getStylesheets().addAll(owner.getScene().getStylesheets());
        if (loaded.image() != null) {
            ImageView view = new ImageView(loaded.image());
            view.setPreserveRatio(true);
            view.setSmooth(true);
            if (loaded.image().getWidth() > LARGEST) view.setFitWidth(LARGEST);
            if (loaded.image().getHeight() > LARGEST) view.setFitHeight(LARGEST);
            view.setAccessibleText(loaded.words());
            box.getChildren().add(view);
        }
        box.getChildren().add(new Label(loaded.words()));
        Popup popup = new Popup();
        popup.setAutoHide(true);
        popup.getContent().add(box);
        Bounds at = owner.localToScreen(owner.getBoundsInLocal());
        popup.show(owner, at.getMinX(), at.getMinY() - Math.min(LARGEST, box.prefHeight(-1)) - 16);
    }
}
