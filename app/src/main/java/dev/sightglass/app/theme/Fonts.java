package dev.sightglass.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The bundled fonts, by the family names that style sheets use.
 *
 * <p>JavaFX knows regular, bold and italic inside a family and nothing between, so the medium weight is a family of its
 * own and the sans family's bold is its semi-bold face. All figures have one width, so columns of numbers line up.
 */
public final class Fonts {

    /** Inter with tabular figures; {@code -fx-font-weight: bold} gives weight 600. */
    public static final String SANS = "Sightglass Sans";

    /** Weight 500 of {@link #SANS}. */
    public static final String SANS_MEDIUM = "Sightglass Sans Medium";

    /** For payloads and code. */
    public static final String MONO = "JetBrains Mono";

    private static final List<String> FILES = List.of(
            "SightglassSans-Regular.ttf",
            "SightglassSans-Italic.ttf",
            "SightglassSans-Bold.ttf",
            "SightglassSans-Medium.ttf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Italic.ttf",
            "JetBrainsMono-Bold.ttf");

    /** The size of the window's text at the usual zoom, in pixels. */
    public static final double UI_SIZE = 13;

    private static final double ANY_SIZE = 13;

    private Fonts() {}

    /** Makes the families known to JavaFX; call it once, before the first scene. Any thread. */
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (in == null || Font.loadFont(in, ANY_SIZE) == null) {
                throw new IllegalStateException("the bundled font " + file + " is missing or unreadable: build again");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the bundled font " + file, failure);
        }
    }
}
