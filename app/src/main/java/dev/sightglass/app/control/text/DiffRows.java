package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.DisplayRow.Kind;
import dev.sightglass.app.control.text.DisplayRow.Span;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A comparison as rows; stretches without changes can be left out. */
public final class DiffRows implements RowSource {
    private static final int CONTEXT = 3;
    private static final LineDiff.Line GAP = new LineDiff.Line(Tone.ABSENT, "⋯", 0, 0);

    private final List<LineDiff.Line> lines;
    private final List<byte[]> texts = new ArrayList<>();
    private final int[] starts;
    private final int widest;
    private final int highest;

    private DiffRows(List<LineDiff.Line> lines) {
        this.lines = lines;
        this.starts = new int[lines.size() + 1];
        int most = 0;
        for (int i = 0; i < lines.size(); i++) {
            texts.add(lines.get(i).text().getBytes(StandardCharsets.UTF_8));
            starts[i + 1] = starts[i] + texts.get(i).length + 1;
            most = Math.max(most, texts.get(i).length);
        }
        this.widest = most;
        this.highest = lines.stream()
                .mapToInt(line -> Math.max(line.before(), line.after()))
                .max()
                .orElse(0);
    }

    public static DiffRows all(List<LineDiff.Line> lines) {
        return new DiffRows(lines);
    }

    /** Only changed lines and a few around them. */
    public static DiffRows changes(List<LineDiff.Line> lines) {
        List<LineDiff.Line> kept = new ArrayList<>();
        int lastChange = -CONTEXT - 1;
        int nextChange = next(lines, 0);
        for (int i = 0; i < lines.size(); i++) {
            if (i > nextChange) nextChange = next(lines, i);
            if (lines.get(i).tone() != Tone.PLAIN) lastChange = i;
            boolean near = i - lastChange <= CONTEXT || nextChange - i <= CONTEXT;
            if (near) kept.add(lines.get(i));
            else if (kept.isEmpty() || kept.getLast() != GAP) kept.add(GAP);
        }
        return new DiffRows(kept);
    }

    private static int next(List<LineDiff.Line> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).tone() == Tone.PLAIN) i++;
        return i < lines.size() ? i : Integer.MAX_VALUE;
    }

    /** The first row of the next run of changes after this row, or of the one before it; -1 when there is none. */
    public int change(int row, int step) {
        for (int i = row + step; i >= 0 && i < lines.size(); i += step) {
            boolean starts = i == 0 || !isChange(i - 1);
            if (isChange(i) && starts) return i;
        }
        return -1;
    }

    private boolean isChange(int row) {
        Tone tone = lines.get(row).tone();
        return tone == Tone.ADDED || tone == Tone.REMOVED;
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public DisplayRow row(int index) {
        LineDiff.Line line = lines.get(index);
        byte[] bytes = texts.get(index);
        RowDecoder decoded = new RowDecoder(bytes, 0, bytes.length);
        String text = decoded.text.toString();
        int[] offsets = decoded.offsets;
        for (int i = 0; i < offsets.length; i++) offsets[i] += starts[index];
        boolean begins = text.stripLeading().startsWith("\"") || text.isBlank();
        List<Span> spans = line.tone() == Tone.ABSENT
                ? List.of(new Span(0, text.length(), Kind.COMMENT))
                : JsonHighlighter.spans(text, decoded.marks, begins ? Syntax.JSON : Syntax.PLAIN, false);
        return new DisplayRow(text, spans, offsets, gutter(line), Fold.NONE, line.tone());
    }

    private static String gutter(LineDiff.Line line) {
        return switch (line.tone()) {
            case ADDED -> "+ " + line.after();
            case REMOVED -> "- " + line.before();
            case PLAIN, CHANGED -> Integer.toString(line.after());
            case ABSENT -> "";
        };
    }

    @Override
    public int rowOf(int offset) {
        int found = Arrays.binarySearch(starts, 0, lines.size(), offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    @Override
    public int startOf(int row) {
        return starts[row];
    }

    @Override
    public int endOf(int row) {
        return starts[row + 1] - 1;
    }

    @Override
    public int columns() {
        return widest;
    }

    @Override
    public String copy(int from, int to) {
        StringBuilder copied = new StringBuilder();
        for (int row = rowOf(from); row < size() && startOf(row) < to; row++) {
            byte[] bytes = texts.get(row);
            int start = Math.max(0, from - starts[row]);
            int end = Math.min(bytes.length, to - starts[row]);
            if (row > rowOf(from)) copied.append('\n');
            copied.append(new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8));
        }
        return copied.toString();
    }

    @Override
    public int gutterDigits() {
        return 2 + Integer.toString(highest).length();
    }
}
