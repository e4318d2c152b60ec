package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.DisplayRow.Kind;
import dev.sightglass.app.control.text.DisplayRow.Span;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison as rows; stretches without changes are folded, and can be opened. Immutable. */
public final class DiffRows implements FoldingRows {
    /** Unchanged lines that are shown around a change. */
    private static final int CONTEXT = 3;

    private static final int LEAST_FOLDED = 4;

    private final DiffTexts texts;
    /** For the first line of each stretch that may be folded the line after it; 0 elsewhere. */
    private final int[] gapEnds;

    private final BitSet open;
    private final int[] visible;

    private DiffRows(DiffTexts texts, int[] gapEnds, BitSet open) {
        this.texts = texts;
        this.gapEnds = gapEnds;
        this.open = open;
        this.visible = visibleLines();
    }

    /** No lines. */
    public static final DiffRows NONE = of(new DiffTexts(new LineText(), new LineText()));

    /** Only changed lines and a few around them are shown. */
    static DiffRows of(DiffTexts lines) {
        DiffTexts whole = lines.whole();
        return new DiffRows(whole, gaps(whole), new BitSet());
    }

    private static int[] gaps(DiffTexts lines) {
        int[] ends = new int[lines.size()];
        int at = 0;
        while (at < ends.length) {
            int end = at;
            while (end < ends.length && isQuiet(lines, end)) end++;
            boolean afterChange = at > 0 && lines.isChange(at - 1);
            boolean beforeChange = end < ends.length && lines.isChange(end);
            int from = afterChange ? at + CONTEXT : at;
            int to = beforeChange ? end - CONTEXT : end;
            if (to - from >= LEAST_FOLDED) ends[from] = to;
            at = Math.max(end, at + 1);
        }
        return ends;
    }

    private static boolean isQuiet(DiffTexts lines, int line) {
        return !lines.isChange(line) && !lines.isHeading(line);
    }

    private int[] visibleLines() {
        int[] shown = new int[gapEnds.length];
        int count = 0;
        int line = 0;
        while (line < shown.length) {
            shown[count++] = line;
            line = isClosed(line) ? gapEnds[line] : line + 1;
        }
        return Arrays.copyOf(shown, count);
    }

    private boolean isClosed(int line) {
        return gapEnds[line] > 0 && !open.get(line);
    }

    private DiffRows with(BitSet changed) {
        return changed.equals(open) ? this : new DiffRows(texts, gapEnds, changed);
    }

    /** The first row of the next run of changes after this row, or of the one before it; -1 when there is none. */
    public int change(int row, int step) {
        for (int i = row + step; i >= 0 && i < visible.length; i += step) {
            boolean starts = i == 0 || !texts.isChange(visible[i - 1]);
            if (texts.isChange(visible[i]) && starts) return i;
        }
        return -1;
    }

    /** How many runs of changes there are. */
    public int changes() {
        int count = 0;
        for (int row = change(-1, 1); row >= 0; row = change(row, 1)) count++;
        return count;
    }

    /** The row of the heading with this number, from 0; -1 when there are fewer. */
    public int heading(int number) {
        int left = number;
        for (int row = 0; row < visible.length; row++) if (texts.isHeading(visible[row]) && left-- == 0) return row;
        return -1;
    }

    @Override
    public DiffRows toggle(int row) {
        int line = visible[row];
        if (gapEnds[line] == 0) return this;
        BitSet changed = (BitSet) open.clone();
        changed.flip(line);
        return with(changed);
    }

    @Override
    public boolean shows(int offset) {
        int row = rowOf(offset);
        return !isClosed(visible[row]);
    }

    @Override
    public DiffRows reveal(int offset) {
        int row = rowOf(offset);
        return isClosed(visible[row]) ? toggle(row) : this;
    }

    @Override
    public DiffRows foldAll() {
        return with(new BitSet());
    }

    @Override
    public DiffRows unfoldAll() {
        BitSet changed = new BitSet();
        for (int line = 0; line < gapEnds.length; line++) if (gapEnds[line] > 0) changed.set(line);
        return with(changed);
    }

    @Override
    public DiffRows foldedAs(RowSource before) {
        boolean beside = before instanceof DiffRows other && Arrays.equals(other.gapEnds, gapEnds);
        return beside ? with(((DiffRows) before).open) : this;
    }

    @Override
    public int size() {
        return visible.length;
    }

    @Override
    public DisplayRow row(int index) {
        int number = visible[index];
        if (isClosed(number)) return gap(number);
        byte[] bytes = texts.bytes(number);
        RowDecoder decoded = new RowDecoder(bytes, 0, bytes.length);
        String text = decoded.text.toString();
        int[] offsets = decoded.offsets;
        for (int i = 0; i < offsets.length; i++) offsets[i] += texts.start(number);
        List<Span> spans = texts.isHeading(number)
                ? List.of(new Span(0, text.length(), Kind.HEADING))
                : spans(text, decoded.marks);
        String own = texts.text(number);
        String other = texts.other(number);
        int[] marks = other == null ? DisplayRow.NO_MARKS : WordDiff.marks(own, other);
        boolean plain = decoded.marks.isEmpty() && text.length() == own.length();
        Fold fold = gapEnds[number] > 0 ? Fold.OPEN : Fold.NONE;
        Tone tone = texts.isHeading(number) ? Tone.ABSENT : texts.tone(number);
        return new DisplayRow(text, spans, offsets, gutter(number), fold, tone, 0, plain ? marks : DisplayRow.NO_MARKS);
    }

    private static List<Span> spans(String text, BitSet marks) {
        boolean begins = text.stripLeading().startsWith("\"") || text.isBlank();
        return JsonHighlighter.spans(text, marks, begins ? Syntax.JSON : Syntax.PLAIN, false);
    }

    private DisplayRow gap(int line) {
        String words = Messages.text("diff.unchanged", Human.exact((long) (gapEnds[line] - line)));
        int[] offsets = new int[words.length() + 1];
        Arrays.fill(offsets, texts.start(line));
        offsets[words.length()] = texts.start(gapEnds[line]) - 1;
        List<Span> spans = List.of(new Span(0, words.length(), Kind.COMMENT));
        return new DisplayRow(words, spans, offsets, "", Fold.CLOSED, Tone.PLAIN);
    }

    private String gutter(int line) {
        int number = texts.number(line);
        if (number == 0) return "";
        return switch (texts.tone(line)) {
            case ADDED -> "+ " + number;
            case REMOVED -> "− " + number;
            case PLAIN, CHANGED, ABSENT -> Integer.toString(number);
        };
    }

    @Override
    public int rowOf(int offset) {
        int line = texts.lineAt(offset);
        int found = Arrays.binarySearch(visible, line);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    @Override
    public int startOf(int row) {
        return texts.start(visible[row]);
    }

    @Override
    public int endOf(int row) {
        int line = visible[row];
        return texts.start(isClosed(line) ? gapEnds[line] : line + 1) - 1;
    }

    @Override
    public int columns() {
        return texts.widest();
    }

    @Override
    public String copy(int from, int to) {
        byte[] whole = source().bytes();
        return new String(whole, from, Math.max(0, Math.min(to, whole.length) - from), StandardCharsets.UTF_8);
    }

    @Override
    public SourceText source() {
        return texts.source();
    }

    @Override
    public @Nullable ValueAt valueAt(int offset) {
        return null;
    }

    @Override
    public int gutterDigits() {
        return 2 + Integer.toString(texts.highest()).length();
    }
}
