package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the value at a path such as {@code messages[3].content[0]} in a text, without making values of what it passes. */
public final class JsonPath {
    private JsonPath() {}

    /** The position of the value at a path such as {@code tools[3].name}, or of its nearest ancestor; -1 when nothing fits. */
    public static int find(byte[] text, int length, String path) {
        int at = JsonScanner.skipSpace(text, 0, length);
        int found = -1;
        for (String step : steps(path)) {
            at = child(text, length, at, step);
            if (at < 0) return found;
            found = at;
        }
        return found;
    }

    /** Where the value at a path, or its nearest ancestor, begins and ends; null when nothing fits. */
    public static int @Nullable [] range(SourceText source, String path) {
        int at = find(source.bytes(), source.length(), path);
        return at < 0 ? null : new int[] {at, JsonScanner.valueEnd(source.bytes(), at, source.length())};
    }

    /** The position of the value at a path in a text of any syntax; -1 when nothing is exactly there. */
    public static int findPath(SourceText source, String path) {
        boolean stream = source.syntax() == Syntax.SSE || source.syntax() == Syntax.JSON_LINES;
        if (!stream) return findExact(source.bytes(), source.length(), path);
        List<String> steps = steps(path);
        int wanted = steps.isEmpty() || !steps.getFirst().endsWith("]") ? -1 : index(steps.removeFirst());
        return wanted < 0 ? -1 : descend(source.bytes(), elementEnd(source, wanted), element(source, wanted), steps);
    }

    private static int element(SourceText source, int wanted) {
        if (source.syntax() == Syntax.SSE) {
            EventScanner event = event(source, wanted);
            return event == null ? -1 : event.valueFrom;
        }
        int at = JsonScanner.skipSpace(source.bytes(), 0, source.length());
        for (int i = 0; i < wanted && at < source.length(); i++) {
            int to = Math.max(at + 1, JsonScanner.valueEnd(source.bytes(), at, source.length()));
            at = JsonScanner.skipSpace(source.bytes(), to, source.length());
        }
        return at < source.length() ? at : -1;
    }

    private static int elementEnd(SourceText source, int wanted) {
        EventScanner event = source.syntax() == Syntax.SSE ? event(source, wanted) : null;
        return event == null ? source.length() : event.valueTo;
    }

    private static @Nullable EventScanner event(SourceText source, int wanted) {
        EventScanner events = new EventScanner(source.bytes(), source.length());
        while (events.next()) if (events.number == wanted) return events;
        return null;
    }

    private static int descend(byte[] text, int length, int from, List<String> steps) {
        int at = from;
        for (String step : steps) if (at >= 0) at = child(text, length, at, step);
        return at;
    }

    /** The position of the value at a path; -1 when nothing is exactly there. */
    public static int findExact(byte[] text, int length, String path) {
        int at = JsonScanner.skipSpace(text, 0, length);
        for (String step : steps(path)) {
            at = child(text, length, at, step);
            if (at < 0) return -1;
        }
        return at;
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        for (String part : path.split("[.\\[]", 0)) if (!part.isEmpty()) steps.add(part);
        return steps;
    }

    private static int child(byte[] text, int length, int container, String step) {
        if (container >= length) return -1;
        boolean array = text[container] == '[';
        if (array != step.endsWith("]") || (!array && text[container] != '{')) return -1;
        int wanted = array ? index(step) : -1;
        int at = JsonScanner.skipSpace(text, container + 1, length);
        for (int i = 0; at < length && text[at] != ']' && text[at] != '}'; i++) {
            @Nullable String key = null;
            if (!array) {
                int to = JsonScanner.stringEnd(text, at, length);
                if (to < 0) return -1;
                key = new String(text, at + 1, to - at - 2, StandardCharsets.UTF_8);
                at = JsonScanner.skipSpace(text, JsonScanner.skipSpace(text, to, length) + 1, length);
            }
            if (array ? i == wanted : step.equals(key)) return at;
            int next = JsonScanner.skipSpace(text, JsonScanner.valueEnd(text, at, length), length);
            if (next >= length || text[next] != ',') return -1;
            at = JsonScanner.skipSpace(text, next + 1, length);
        }
        return -1;
    }

    private static int index(String step) {
        String digits = step.substring(0, step.length() - 1);
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    }
}
