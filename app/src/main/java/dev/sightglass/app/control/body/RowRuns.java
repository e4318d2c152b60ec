package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.DisplayRow;
import dev.sightglass.app.control.text.DisplayRow.Kind;
import dev.sightglass.app.control.text.DisplayRow.Span;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The coloured runs of characters of a row. Their nodes are kept and filled again: new ones cost most of drawing. */
final class RowRuns extends TextFlow {
    /** A character of a font that stands in for the payload font takes less than this many columns. */
    private static final int WIDEST = 3;

    private final RowStyle style;
    private final List<Kind> kinds = new ArrayList<>();
    private int used;

    RowRuns(RowStyle style) {
        this.style = style;
    }

    /** Shows the characters between two indexes of a row; tells whether style sheets have to be applied. */
    boolean fill(DisplayRow row, int windowFrom, int windowTo) {
        int before = used;
        boolean unstyled = false;
        used = 0;
        for (Span span : row.spans()) {
            int from = Math.max(span.start(), windowFrom);
            int to = Math.min(span.end(), windowTo);
            if (from < to) unstyled |= run(row.text().substring(from, to), span.kind());
        }
        for (int i = used; i < before; i++) text(i).setText("");
        return unstyled;
    }

    private boolean run(String words, Kind kind) {
        int at = used++;
        boolean fresh = at == kinds.size();
        if (fresh) add();
        Text text = text(at);
        text.setText(words);
        text.setFill(style.fill(kind));
        boolean strong = RowStyle.isStrong(kind);
        boolean changes = strong != RowStyle.isStrong(kinds.set(at, kind));
        if (changes && strong) text.getStyleClass().add("strong");
        if (changes && !strong) text.getStyleClass().remove("strong");
        return fresh || changes;
    }

    private void add() {
        Text text = new Text();
        text.getStyleClass().add("run");
        kinds.add(Kind.PLAIN);
        getChildren().add(text);
    }

    private Text text(int index) {
        Node node = getChildren().get(index);
        return (Text) node;
    }

    boolean isEmpty() {
        return used == 0;
    }

    /** A width in which nothing wraps; measuring it would lay the text out once more. */
    double roomFor(int characters, double charWidth) {
        return Math.ceil(characters * charWidth * WIDEST) + 40;
    }

    PathElement[] shape(int from, int to) {
        return from < to ? getRangeShape(from, to, false) : new PathElement[0];
    }
}
