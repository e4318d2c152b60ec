package dev.sightglass.app.theme;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line icons of 16 px; size and colour come from the style sheet. */
public final class Icons {
    private Icons() {}

    /** The icon with these further style classes, such as {@code small} or {@code danger}. */
    public static FontIcon of(Feather icon, String... styleClasses) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }
}
