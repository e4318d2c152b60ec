package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.Annotation;
import javafx.geometry.VPos;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** At a row's very start: a pin when it is pinned, else a sheet when somebody wrote a note. */
final class RowMark extends FontIcon {
    private static final double LEFT = 5;

    RowMark() {
        super(Feather.BOOKMARK);
        getStyleClass().add("row-mark");
        setManaged(false);
        setMouseTransparent(true);
        setTextOrigin(VPos.CENTER);
        setVisible(false);
        setX(LEFT);
    }

    void show(@Nullable Annotation annotation, double middle) {
        boolean pinned = annotation != null && annotation.pinned();
        boolean noted = annotation != null && annotation.note() != null;
        setVisible(pinned || noted);
        if (!isVisible()) return;
        Feather wanted = pinned ? Feather.BOOKMARK : Feather.MESSAGE_SQUARE;
        if (getIconCode() != wanted) setIconCode(wanted);
        setY(middle);
    }
}
