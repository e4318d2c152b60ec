package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A body cut into lines that are worth comparing: laid out, with long strings broken where they break lines themselves. */
public final class DiffText {
    private static final int LONG = 160;
    private static final int LONGEST = 2_000;

    private DiffText() {}

    /** The lines of the value between two positions; the list may be changed. */
    public static List<String> lines(byte[] json, int from, int to) {
        ByteSink out = new ByteSink((to - from) * 5 / 4 + 64);
        JsonFault fault = new JsonFormatter(json, out).format(from, to, to);
        FormattedText text = new FormattedText(out.bytes(), out.length(), fault);
        List<String> lines = new ArrayList<>();
        new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> add(lines, line));
        return lines;
    }

    private static void add(List<String> lines, String line) {
        int from = 0;
        while (line.length() - from > LONG) {
            int end = line.indexOf("\\n", from);
            end = end < 0 || end + 2 >= line.length() ? line.length() : end + 2;
            end = Math.min(end, from + LONGEST);
            lines.add(line.substring(from, end));
            from = end;
        }
        if (from < line.length()) lines.add(line.substring(from));
    }
}
