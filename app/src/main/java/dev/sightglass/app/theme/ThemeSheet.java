package dev.sightglass.app.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The few rules that depend on zoom and on font names, as a stylesheet in a data URI. */
final class ThemeSheet {
    private static final double ICON_SIZE = 16;
    private static final double SMALL_ICON_SIZE = 12;

    private ThemeSheet() {}

    /** {@code zoom} 1 is 13 px; everything else is in em of it, but for icons, whose em would be their own size. */
    static String of(double zoom) {
        String css = String.format(
                Locale.ROOT,
                """
                .root { -fx-font-family: "%1$s"; -fx-font-size: %4$.2fpx; }
                .medium { -fx-font-family: "%2$s"; }
                .mono, .mono .text, .code-area, .code-area .text { -fx-font-family: "%3$s"; }
                .ikonli-font-icon { -fx-icon-size: %5$.1fpx; }
                .ikonli-font-icon.small { -fx-icon-size: %6$.1fpx; }
                """,
                Fonts.SANS,
                Fonts.SANS_MEDIUM,
                Fonts.MONO,
                Fonts.UI_SIZE * zoom,
                ICON_SIZE * zoom,
                SMALL_ICON_SIZE * zoom);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
