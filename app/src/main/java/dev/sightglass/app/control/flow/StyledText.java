package dev.sightglass.app.control.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text in parts that look different. The parts follow each other without gaps and cover the text. */
public record StyledText(String text, List<Run> runs) {
    public StyledText {
        runs = List.copyOf(runs);
    }

    /**
     * A part of the text.
     *
     * @param end the character after it
     * @param style style classes with commas between them, or empty
     * @param link the address that it leads to, or null
     */
    public record Run(int end, String style, @Nullable String link) {}

    public static StyledText plain(String text) {
        return styled(text, "");
    }

    public static StyledText styled(String text, String style) {
        return new StyledText(text, text.isEmpty() ? List.of() : List.of(new Run(text.length(), style, null)));
    }
}
