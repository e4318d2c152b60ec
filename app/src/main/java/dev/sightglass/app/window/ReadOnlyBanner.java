package dev.sightglass.app.window;

import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.Icons;
import dev.sightglass.engine.store.StoreHealth;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Says, under the toolbar and for as long as it is so, that another Sightglass records and this window only looks on. */
final class ReadOnlyBanner extends HBox {
    private final Label text = new Label();

    ReadOnlyBanner() {
        super(8);
        setId("read-only-banner");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        text.setWrapText(true);
        getChildren().addAll(Icons.of(Feather.EYE), text);
        show(false);
    }

    void show(StoreHealth health) {
        if (health instanceof StoreHealth.ReadOnly(String why)) text.setText(Messages.text("readOnly.banner", why));
        show(health instanceof StoreHealth.ReadOnly);
    }

    private void show(boolean wanted) {
        setVisible(wanted);
        setManaged(wanted);
    }
}
