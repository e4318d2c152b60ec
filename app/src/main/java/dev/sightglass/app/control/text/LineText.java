package dev.sightglass.app.control.text;

import dev.sightglass.engine.bytes.ByteScan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines that are worth comparing: JSON laid out, long strings broken where they break lines themselves. Kept as one run of bytes,
 * since hundred thousands of strings would keep the collector busy. Not for two threads at a time.
 */
public final class LineText {
    private static final int LONG = 160;
    private static final int LONGEST = 2_000;

    private final ByteSink out = new ByteSink(1 << 12, this::line);
    private final Ints starts = new Ints();
    private final Ints ends = new Ints();

    /** How many lines there are. */
    public int size() {
        return starts.size();
    }

    /** Adds the lines of the value between two positions, a name before the first one unless it is empty. */
    public void addJson(byte[] json, int from, int to, String name) {
        if (!name.isEmpty()) {
            byte[] label = bytes("\"" + name + "\": ");
            out.put(label, 0, label.length);
        }
        new JsonFormatter(json, out).format(from, to, to);
        out.breakAndIndent(0);
    }

    /** Adds the lines of a text. */
    public void addText(String text) {
        byte[] bytes = bytes(text);
        out.putLines(bytes, 0, bytes.length);
        out.breakAndIndent(0);
    }

    /** Adds lines that nobody will look at: they stand for as many of another text. */
    public void skip(int count) {
        for (int i = 0; i < count; i++) {
            starts.add(out.length());
            ends.add(out.length());
        }
    }

    private void line(byte[] text, int from, int end) {
        int at = from;
        while (end - at > LONG) {
            int cut = cut(text, at, end);
            add(at, cut);
            at = cut;
        }
        if (at < end) add(at, end);
    }

    private void add(int from, int to) {
        starts.add(from);
        ends.add(to);
    }

    /** After the next line break that is written as an escape; never inside a character. */
    private static int cut(byte[] text, int from, int end) {
        int most = Math.min(end, from + LONGEST);
        int at = ByteScan.indexOf(text, from, most, (byte) '\\');
        while (at + 1 < most && text[at + 1] != 'n') at = ByteScan.indexOf(text, at + 2, most, (byte) '\\');
        if (at + 2 < most) return at + 2;
        int cut = most;
        while (cut < end && cut > from + 1 && (text[cut] & 0xC0) == 0x80) cut--;
        return cut;
    }

    byte[] bytes() {
        return out.bytes();
    }

    /** First byte of a line. */
    int from(int line) {
        return starts.get(line);
    }

    /** The byte after a line. */
    int to(int line) {
        return ends.get(line);
    }

    String text(int line) {
        return new String(out.bytes(), from(line), to(line) - from(line), StandardCharsets.UTF_8);
    }

    int hash(int line) {
        int hash = 1;
        byte[] bytes = out.bytes();
        for (int i = from(line), end = to(line); i < end; i++) hash = 31 * hash + bytes[i];
        return hash;
    }

    boolean sameLine(int line, LineText other, int otherLine) {
        return Arrays.equals(
                out.bytes(), from(line), to(line), other.out.bytes(), other.from(otherLine), other.to(otherLine));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
