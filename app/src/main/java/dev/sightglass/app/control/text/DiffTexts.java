package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The lines of a comparison one after the other, as the text that positions count in. */
final class DiffTexts {
    private final List<DiffLine> lines;
    private final int[] starts;
    private final byte[] whole;
    private final int widest;
    private final int highest;

    DiffTexts(List<DiffLine> lines) {
        this.lines = lines;
        this.starts = new int[lines.size() + 1];
        ByteSink all = new ByteSink(lines.size() * 48);
        int most = 0;
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            byte[] bytes = lines.get(i).text().getBytes(StandardCharsets.UTF_8);
            all.put(bytes, 0, bytes.length);
            all.put((byte) '\n');
            starts[i + 1] = all.length();
            most = Math.max(most, bytes.length);
            last = Math.max(last, lines.get(i).number());
        }
        this.whole = Arrays.copyOf(all.bytes(), all.length());
        this.widest = most;
        this.highest = last;
    }

    DiffLine line(int number) {
        return lines.get(number);
    }

    /** The line without its line break. */
    byte[] bytes(int number) {
        return Arrays.copyOfRange(whole, starts[number], starts[number + 1] - 1);
    }

    int start(int number) {
        return starts[number];
    }

    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, 0, Math.max(1, lines.size()), offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    SourceText source() {
        return new SourceText(whole, whole.length, Syntax.PLAIN);
    }

    int widest() {
        return widest;
    }

    int highest() {
        return highest;
    }
}
