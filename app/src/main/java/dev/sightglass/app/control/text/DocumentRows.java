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
public final class DocumentRows implements FoldingRows {
    private final TextDocument document;
    private final Ints foldEnds;
    private final BitSet folded;
    private final int[] visible;
    private final RowTones tones;

    private DocumentRows(TextDocument document, BitSet folded, RowTones tones) {
        this.document = document;
        this.foldEnds = document.foldEnds();
        this.folded = folded;
        this.tones = tones;
        this.visible = folded.isEmpty() ? new int[0] : visibleRows();
    }

    /** All rows. */
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

    private DocumentRows with(BitSet changed) {
        return changed.equals(folded) ? this : new DocumentRows(document, changed, tones);
    }

    private int[] visibleRows() {
        int[] rows = new int[document.rows()];
        int count = 0;
        int row = 0;
        while (row < rows.length) {
            int nextFold = folded.nextSetBit(row);
            int plain = nextFold < 0 ? rows.length : nextFold;
            while (row < plain) rows[count++] = row++;
            if (row == rows.length) break;
            rows[count++] = row;
            row = Math.max(row + 1, foldEnds.get(row));
        }
        return Arrays.copyOf(rows, count);
    }

    @Override
    public DocumentRows toggle(int index) {
        int row = documentRow(index);
        if (foldEnds.get(row) == Folds.NONE) return this;
        BitSet changed = (BitSet) folded.clone();
        changed.flip(row);
        return with(changed);
    }

    @Override
    public DocumentRows unfoldAll() {
        return with(new BitSet());
    }

    @Override
    public DocumentRows foldAll() {
        return foldFrom(document.syntax() == Syntax.JSON ? 1 : 0);
    }

    /** Folds every block and every long line that is indented by {@code levels} or deeper. */
    DocumentRows foldFrom(int levels) {
        BitSet changed = new BitSet();
        for (int row = 0; row < foldEnds.size(); row++)
            if (foldEnds.get(row) != Folds.NONE && document.indentOf(row) >= 2 * levels) changed.set(row);
        return with(changed);
    }

    /** These rows with only their first row shown of lines that take more than {@code most}. */
    public DocumentRows foldLongLines(int most) {
        if (!document.hasLongLines()) return this;
        BitSet changed = (BitSet) folded.clone();
        for (int row = 0; row < foldEnds.size(); row++)
            if (foldEnds.get(row) != Folds.NONE
                    && foldEnds.get(row) - row > most
                    && document.isContinued(row + 1)
                    && document.isContinued(foldEnds.get(row) - 1)) changed.set(row);
        return with(changed);
    }

    @Override
    public boolean shows(int offset) {
        return folded.isEmpty() || (size() > 0 && visible[rowOf(offset)] == document.rowOf(offset));
    }

    @Override
    public DocumentRows reveal(int offset) {
        if (folded.isEmpty()) return this;
        int target = document.rowOf(offset);
        BitSet changed = (BitSet) folded.clone();
        for (int row = folded.nextSetBit(0); row >= 0 && row < target; row = folded.nextSetBit(row + 1))
            if (foldEnds.get(row) > target) changed.clear(row);
        return with(changed);
    }

    @Override
    public DocumentRows foldedAs(RowSource before) {
        if (!(before instanceof DocumentRows other)) return this;
        BitSet changed = new BitSet();
        for (int row = other.folded.nextSetBit(0);
                row >= 0 && row < foldEnds.size();
                row = other.folded.nextSetBit(row + 1)) if (foldEnds.get(row) != Folds.NONE) changed.set(row);
        return with(changed);
    }

    @Override
    public SourceText source() {
        return new SourceText(document.bytes(), document.length(), document.syntax());
    }

    @Override
    public ValueAt valueAt(int offset) {
        return JsonLocator.value(source(), offset);
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
        int end = foldEnds.get(row);
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
        return foldEnds.get(row) == Folds.NONE ? Fold.NONE : Fold.OPEN;
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
