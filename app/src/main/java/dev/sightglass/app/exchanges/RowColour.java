package dev.sightglass.app.exchanges;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.Annotation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The colours that a person may give to a row. */
public enum RowColour {
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    BLUE,
    VIOLET;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name in annotations, queries and style sheets. */
    public String id() {
        return id;
    }

    public String title() {
        return Messages.text("colour." + id);
    }

    /** Empty without a colour, and for one that this version does not know. */
    public static Optional<RowColour> of(Annotation annotation) {
        return byId(annotation.colour());
    }

    private static Optional<RowColour> byId(@Nullable String id) {
        return Arrays.stream(values()).filter(colour -> colour.id.equals(id)).findFirst();
    }
}
