package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.DisplayRow.Kind;
import dev.sightglass.app.control.text.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/**
 * Colours and measures of rows, taken from texts that nobody sees and that the style sheets style. Rows take their colours from
 * here and not from style sheets themselves: matching selectors for each run of characters would cost most of drawing.
 */
final class RowStyle extends Group {
    private static final String SAMPLE = "0".repeat(100);
    private static final double NO_GUTTER = 12;

    private final Text sample = new Text(SAMPLE);
    /** By the ordinal of the kind. */
    private final List<Text> kinds = new ArrayList<>();

    /** @param onChange called when a colour or a measure has changed */
    RowStyle(Runnable onChange) {
        setManaged(false);
        setVisible(false);
        sample.getStyleClass().addAll("text", "code");
        sample.layoutBoundsProperty().subscribe((_, _) -> onChange.run());
        getChildren().add(sample);
        for (Kind kind : Kind.values()) {
            Text text = new Text("0");
            text.getStyleClass().addAll("text", "code", "code-" + kind.name().toLowerCase(Locale.ROOT));
            text.fillProperty().subscribe((_, _) -> onChange.run());
            kinds.add(text);
            getChildren().add(text);
        }
    }

    Paint fill(Kind kind) {
        return kinds.get(kind.ordinal()).getFill();
    }

    /** Whether runs of this kind have the style class {@code strong}. */
    static boolean isStrong(Kind kind) {
        return kind == Kind.HEADING || kind == Kind.MARK;
    }

    /** Rows keep one height, also those with characters from taller fonts. */
    double rowHeight() {
        return Math.max(12, Math.ceil(sample.getLayoutBounds().getHeight()) + 2);
    }

    double charWidth() {
        return Math.max(1, sample.getLayoutBounds().getWidth() / SAMPLE.length());
    }

    double gutterWidth(RowSource rows) {
        return rows.gutterDigits() == 0 ? NO_GUTTER : Math.max(3, rows.gutterDigits()) * charWidth() + 30;
    }
}
