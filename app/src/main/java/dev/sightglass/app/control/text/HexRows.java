package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.DisplayRow.Kind;
import dev.sightglass.app.control.text.DisplayRow.Span;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes as hexadecimal numbers beside their ASCII characters, 16 a row. */
public final class HexRows implements RowSource {
    private static final int WIDTH = 16;
    private static final int ASCII_COLUMN = WIDTH * 3 + 2;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final byte[] bytes;
    private final Syntax syntax;

    public HexRows(byte[] bytes, Syntax syntax) {
        this.bytes = bytes;
        this.syntax = syntax;
    }

    @Override
    public int size() {
        return (bytes.length + WIDTH - 1) / WIDTH;
    }

    @Override
    public DisplayRow row(int index) {
        int from = startOf(index);
        int to = endOf(index);
        StringBuilder text = new StringBuilder(HEX.formatHex(bytes, from, to));
        if (to - from > 8) text.insert(23, ' ');
        while (text.length() < ASCII_COLUMN) text.append(' ');
        for (int i = from; i < to; i++) text.append(bytes[i] >= 0x20 && bytes[i] < 0x7F ? (char) bytes[i] : '.');
        int[] offsets = new int[text.length() + 1];
        for (int i = 0; i < ASCII_COLUMN; i++) offsets[i] = Math.min(to, from + (i > 23 ? i - 1 : i) / 3);
        for (int i = ASCII_COLUMN; i < offsets.length; i++) offsets[i] = from + i - ASCII_COLUMN;
        Arrays.sort(offsets, 0, ASCII_COLUMN);
        List<Span> spans =
                List.of(new Span(0, ASCII_COLUMN, Kind.PLAIN), new Span(ASCII_COLUMN, text.length(), Kind.STRING));
        return new DisplayRow(text.toString(), spans, offsets, String.format("%08x", from), Fold.NONE, Tone.PLAIN);
    }

    @Override
    public int rowOf(int offset) {
        return Math.max(0, Math.min(size() - 1, offset / WIDTH));
    }

    @Override
    public int startOf(int row) {
        return row * WIDTH;
    }

    @Override
    public int endOf(int row) {
        return Math.min(bytes.length, (row + 1) * WIDTH);
    }

    @Override
    public int columns() {
        return ASCII_COLUMN + WIDTH;
    }

    @Override
    public String copy(int from, int to) {
        return HEX.formatHex(bytes, from, Math.min(bytes.length, to));
    }

    @Override
    public SourceText source() {
        return new SourceText(bytes, bytes.length, syntax);
    }

    @Override
    public @Nullable ValueAt valueAt(int offset) {
        return null;
    }

    @Override
    public int gutterDigits() {
        return 8;
    }
}
