package dev.sightglass.app.control.markdown;

import dev.sightglass.app.control.flow.StyledText;
import java.util.List;

/**
 * A piece of a Markdown text that is shown by itself.
 *
 * @param text of a table, its cells with tabs and line breaks between them
 * @param depth how many lists it is inside
 * @param quotes how many quotations it is inside
 * @param marker what stands before it, such as a bullet or a number, or empty
 * @param opens whether a block begins with it, so that a gap stands before it
 * @param closes whether a block ends with it
 */
public record MarkdownLine(
        Kind kind,
        StyledText text,
        List<List<StyledText>> cells,
        int depth,
        int quotes,
        String marker,
        boolean opens,
        boolean closes) {
    /** What kind of block it belongs to. */
    public enum Kind {
        PARAGRAPH,
        HEADING_1,
        HEADING_2,
        HEADING_3,
        CODE,
        TABLE,
        RULE
    }
}
