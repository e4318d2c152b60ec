package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.SourceText;

/**
 * What is looked at in a view, to be found again in another form of the same text.
 *
 * @param source the text that the positions count in
 * @param spot position of a row in sight: the caret's, or the uppermost one
 * @param down how far below the upper edge that row stands
 */
record ViewPlace(SourceText source, TextSelection selection, int spot, double down) {
    /** FX thread. */
    static ViewPlace of(TextView view) {
        RowSource rows = view.rows();
        TextSelection selection = view.selection();
        boolean caret = view.isInSight(selection.caret()) && !selection.equals(TextSelection.START);
        int spot = caret || rows.size() == 0 ? selection.caret() : rows.startOf(view.firstRow());
        return new ViewPlace(rows.source(), selection, spot, view.down(spot));
    }

    /** Whether nothing was scrolled or selected yet. */
    boolean isStart() {
        return spot == 0 && selection.equals(TextSelection.START);
    }

    /** The same place in another form of the text; reads it up to the place. */
    ViewPlace in(SourceText other) {
        if (isStart()) return new ViewPlace(other, selection, 0, 0);
        TextSelection carried =
                new TextSelection(source.carry(selection.anchor(), other), source.carry(selection.caret(), other));
        return new ViewPlace(other, carried, source.carry(spot, other), down);
    }
}
