package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.DisplayRow.Kind;
import dev.sightglass.app.control.text.DisplayRow.Span;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.format.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** The rows of a document with some of them folded away. Immutable: folding gives another one. */
public final class DocumentRows implements RowSource {
    private static final int NO_END = -1;
    private static final int LONG_LINE = 3;

    private final TextDocument document;
    private final BitSet folded;
    private final int[] visible;

    private final RowTones tones;

    private DocumentRows(TextDocument document, BitSet folded, RowTones tones) {
        this.document = document;
        this.folded = folded;
        this.tones = tones;
        this.visible = folded.isEmpty() ? new int[0] : visibleRows();
    }

    public static DocumentRows of(TextDocument document) {
        return new DocumentRows(document, new BitSet(), RowTones.NONE);
    }

    /** These rows with a ground behind the values at these JSON paths. */
    public DocumentRows tinted(Map<String, Tone> paths) {
        return new DocumentRows(document, folded, RowTones.of(document, paths));
    }

    public TextDocument document() {
        return document;
    }

    private int[] visibleRows() {
        int[] rows = new int[document.rows()];
        int count = 0;
        int row = 0;
        while (row < document.rows()) {
            rows[count++] = row;
            int end = folded.get(row) ? foldEnd(row) : NO_END;
            row = end == NO_END ? row + 1 : end;
        }
        return Arrays.copyOf(rows, count);
    }

    /** The first row after what folding this row hides, or {@link #NO_END} when there is nothing to hide. */
    private int foldEnd(int row) {
        if (document.isContinued(row)) return NO_END;
        int next = row + 1;
        while (next < document.rows() && document.isContinued(next)) next++;
        if (next - row > LONG_LINE) return next;
        if (next >= document.rows() || !opens(next - 1)) return NO_END;
        return blockEnd(row, next);
    }

    private int blockEnd(int row, int from) {
        int indent = document.indentOf(row);
        int next = from;
        while (next < document.rows() && (document.isContinued(next) || document.indentOf(next) > indent)) next++;
        return next == from ? NO_END : next;
    }

    private boolean opens(int row) {
        int end = document.endOf(row);
        if (end == document.startOf(row)) return false;
        byte last = document.bytes()[end - 1];
        return last == '{' || last == '[';
    }

    /** Folds an open row, opens a folded one. */
    public DocumentRows toggle(int index) {
        int row = documentRow(index);
        if (foldEnd(row) == NO_END) return this;
        BitSet changed = (BitSet) folded.clone();
        changed.flip(row);
        return new DocumentRows(document, changed, tones);
    }

    public DocumentRows unfoldAll() {
        return new DocumentRows(document, new BitSet(), tones);
    }

    /** Folds every block and every long line that is indented by {@code levels} or deeper. */
    public DocumentRows foldFrom(int levels) {
        BitSet changed = new BitSet();
        for (int row = 0; row < document.rows(); row++)
            if (!document.isContinued(row) && document.indentOf(row) >= 2 * levels && mayFold(row)) changed.set(row);
        return new DocumentRows(document, changed, tones);
    }

    /** These rows with only their first row shown of lines that take many. */
    public DocumentRows foldLongLines() {
        BitSet changed = new BitSet();
        for (int row = 0; row + LONG_LINE < document.rows(); row++)
            if (!document.isContinued(row) && document.isContinued(row + LONG_LINE) && foldEnd(row) > row + LONG_LINE)
                changed.set(row);
        return changed.isEmpty() ? this : new DocumentRows(document, changed, tones);
    }

    private boolean mayFold(int row) {
        return opens(row) || row + LONG_LINE < document.rows() && document.isContinued(row + LONG_LINE);
    }

    /** These rows with everything open that hides the position. */
    public DocumentRows reveal(int offset) {
        if (folded.isEmpty()) return this;
        int target = document.rowOf(offset);
        BitSet changed = (BitSet) folded.clone();
        for (int row = folded.nextSetBit(0); row >= 0 && row < target; row = folded.nextSetBit(row + 1))
            if (foldEnd(row) > target) changed.clear(row);
        return changed.equals(folded) ? this : new DocumentRows(document, changed, tones);
    }

    private int documentRow(int index) {
        return folded.isEmpty() ? index : visible[index];
    }

    @Override
    public int size() {
        return folded.isEmpty() ? document.rows() : visible.length;
    }

    @Override
    public DisplayRow row(int index) {
        int row = documentRow(index);
        int end = document.endOf(row);
        RowDecoder decoded = new RowDecoder(document.bytes(), document.startOf(row), end);
        boolean closed = folded.get(row);
        List<Span> spans = JsonHighlighter.spans(
                decoded.text.toString(), decoded.marks, document.syntax(), document.startsInString(row));
        String text = decoded.text.toString();
        int[] offsets = decoded.offsets;
        if (closed) {
            String rest = hiddenText(row);
            spans = withRest(spans, text.length(), rest.length());
            offsets = padded(offsets, rest.length());
            text += rest;
        }
        return new DisplayRow(text, spans, offsets, gutter(row), fold(row, closed), tones.of(row));
    }

    private String hiddenText(int row) {
        int end = foldEnd(row);
        int lines = document.lineOf(end - 1) - document.lineOf(row);
        if (lines > 0) return Messages.text("body.folded.lines", lines);
        int bytes = document.endOf(end - 1) - document.endOf(row);
        return Messages.text("body.folded.bytes", bytes);
    }

    private static List<Span> withRest(List<Span> spans, int from, int length) {
        List<Span> more = new ArrayList<>(spans);
        more.add(new Span(from, from + length, Kind.COMMENT));
        return more;
    }

    private static int[] padded(int[] offsets, int count) {
        int[] more = Arrays.copyOf(offsets, offsets.length + count);
        Arrays.fill(more, offsets.length, more.length, offsets[offsets.length - 1]);
        return more;
    }

    private String gutter(int row) {
        return document.isContinued(row) ? "" : Integer.toString(document.lineOf(row));
    }

    private Fold fold(int row, boolean closed) {
        if (closed) return Fold.CLOSED;
        return foldEnd(row) == NO_END ? Fold.NONE : Fold.OPEN;
    }

    @Override
    public int rowOf(int offset) {
        int row = document.rowOf(offset);
        if (folded.isEmpty()) return row;
        int found = Arrays.binarySearch(visible, row);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    @Override
    public int startOf(int index) {
        return document.startOf(documentRow(index));
    }

    @Override
    public int endOf(int index) {
        return document.endOf(documentRow(index));
    }

    @Override
    public int columns() {
        return document.columns() + (folded.isEmpty() ? 0 : 24);
    }

    @Override
    public String copy(int from, int to) {
        return document.text(from, to);
    }

    @Override
    public int gutterDigits() {
        return Integer.toString(document.lines()).length();
    }
}
