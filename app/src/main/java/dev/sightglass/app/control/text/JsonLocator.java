package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells where in a JSON text a position is: its path such as {@code messages[3].content[0]} and the value there. One pass over
 * the bytes up to the position; broken JSON gives the path as far as it can be told.
 */
public final class JsonLocator {
    /** One open object or array. */
    private static final class Level {
        final boolean object;
        final int begin;
        String key = "";
        int index;

        Level(boolean object, int start) {
            this.object = object;
            this.begin = start;
        }
    }

    private final byte[] text;
    private final int start;
    private final int end;
    private final Deque<Level> levels = new ArrayDeque<>();

    private JsonLocator(byte[] text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /**
     * Where a position is.
     *
     * @param path empty at the root
     * @param from first byte of the innermost value at the position; of the container when it stands on punctuation
     */
    public record Place(String path, int from) {}

    /** The place of a position in the first {@code length} bytes. */
    public static Place locate(byte[] text, int length, int position) {
        return locate(text, 0, length, position);
    }

    /** The place of a position in the value that stands between two others. */
    static Place locate(byte[] text, int from, int to, int position) {
        return new JsonLocator(text, from, to).run(position);
    }

    /** The value at a position of a text of any syntax; in streams the path begins with the event's number. */
    static ValueAt value(SourceText source, int position) {
        return switch (source.syntax()) {
            case JSON, PLAIN -> value(source, 0, source.length(), "", position);
            case SSE -> eventValue(source, position);
            case JSON_LINES -> lineValue(source, position);
        };
    }

    private static ValueAt value(SourceText source, int from, int to, String prefix, int position) {
        Place place = locate(source.bytes(), from, to, position);
        String path = prefix.isEmpty() || place.path().isEmpty() || place.path().startsWith("[")
                ? prefix + place.path()
                : prefix + "." + place.path();
        return new ValueAt(path, source.bytes(), place.from(), valueEnd(source.bytes(), place.from(), to));
    }

    private static ValueAt eventValue(SourceText source, int position) {
        EventScanner events = new EventScanner(source.bytes(), source.length());
        while (events.next()) {
            if (position >= events.end) continue;
            String prefix = "[" + events.number + "]";
            int at = Math.clamp(position, events.valueFrom, events.valueTo);
            return value(source, events.valueFrom, events.valueTo, prefix, at);
        }
        return new ValueAt("", source.bytes(), 0, source.length());
    }

    private static ValueAt lineValue(SourceText source, int position) {
        int at = JsonScanner.skipSpace(source.bytes(), 0, source.length());
        for (int i = 0; at < source.length(); i++) {
            int to = Math.max(at + 1, valueEnd(source.bytes(), at, source.length()));
            if (position < to) return value(source, at, to, "[" + i + "]", Math.max(at, position));
            at = JsonScanner.skipSpace(source.bytes(), to, source.length());
        }
        return new ValueAt("", source.bytes(), 0, source.length());
    }

    /** The byte after the value that begins at {@code from}. */
    public static int valueEnd(byte[] text, int from, int length) {
        if (from >= length) return length;
        if (text[from] == '"') {
            int to = JsonScanner.stringEnd(text, from, length);
            return to < 0 ? length : to;
        }
        if (text[from] != '{' && text[from] != '[') return Math.max(from, JsonScanner.wordEnd(text, from, length));
        int depth = 0;
        int i = from;
        while (i < length) {
            byte b = text[i];
            if (b == '"') {
                int to = JsonScanner.stringEnd(text, i, length);
                if (to < 0) return length;
                i = to;
                continue;
            }
            if (b == '{' || b == '[') depth++;
            if ((b == '}' || b == ']') && --depth == 0) return i + 1;
            i++;
        }
        return length;
    }

    private Place run(int position) {
        int i = start;
        while (i < end && i <= position) {
            byte b = text[i];
            if (b == '"') {
                int to = JsonScanner.stringEnd(text, i, end);
                if (to < 0) to = end;
                boolean key = isKey(to);
                if (key) top().key = string(i, to);
                if (position < to) return new Place(path(), key ? valueStart(to) : i);
                i = to;
            } else if (JsonScanner.isSpace(b) || b == ':') {
                i++;
            } else if (b == ',') {
                Level level = levels.peek();
                if (level != null) level.index++;
                if (i == position) return here(i);
                i++;
            } else {
                int next = bracketOrWord(b, i);
                if (position < next) return here(i);
                i = next;
            }
        }
        return here(position);
    }

    private int bracketOrWord(byte b, int at) {
        switch (b) {
            case '{', '[' -> levels.push(new Level(b == '{', at));
            case '}', ']' -> levels.poll();
            default -> {
                return Math.max(at + 1, JsonScanner.wordEnd(text, at, end));
            }
        }
        return at + 1;
    }

    private Place here(int at) {
        boolean word = at < end && JsonScanner.wordEnd(text, at, end) > at;
        Level level = levels.peek();
        if (word) return new Place(path(), at);
        if (level == null) return new Place("", JsonScanner.skipSpace(text, start, end));
        String whole = path();
        String own = level.object ? level.key : "[" + level.index + "]";
        boolean cut = !own.isEmpty() && whole.endsWith(own);
        String parent = cut ? whole.substring(0, whole.length() - own.length()) : whole;
        return new Place(parent.endsWith(".") ? parent.substring(0, parent.length() - 1) : parent, level.begin);
    }

    private Level top() {
        Level level = levels.peek();
        return level == null ? new Level(true, 0) : level;
    }

    private boolean isKey(int after) {
        Level level = levels.peek();
        int next = JsonScanner.skipSpace(text, after, end);
        return level != null && level.object && next < end && text[next] == ':';
    }

    private int valueStart(int afterKey) {
        int colon = JsonScanner.skipSpace(text, afterKey, end);
        return JsonScanner.skipSpace(text, Math.min(end, colon + 1), end);
    }

    private String string(int from, int to) {
        return new String(text, from + 1, Math.max(0, to - from - 2), StandardCharsets.UTF_8);
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Level> level = levels.descendingIterator(); level.hasNext(); ) {
            Level one = level.next();
            if (!one.object) path.append('[').append(one.index).append(']');
            else if (isPlain(one.key)) path.append(path.isEmpty() ? "" : ".").append(one.key);
            else if (!one.key.isEmpty()) path.append("[\"").append(one.key).append("\"]");
        }
        return path.toString();
    }

    static boolean isPlain(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
    }

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
        return at < 0 ? null : new int[] {at, valueEnd(source.bytes(), at, source.length())};
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
            int to = Math.max(at + 1, valueEnd(source.bytes(), at, source.length()));
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
        for (String part : path.split("[.\\[]")) if (!part.isEmpty()) steps.add(part);
        return steps;
    }

    private static int child(byte[] text, int length, int container, String step) {
        if (container >= length) return -1;
        boolean array = text[container] == '[';
        if (array != step.endsWith("]") || !array && text[container] != '{') return -1;
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
            int next = JsonScanner.skipSpace(text, valueEnd(text, at, length), length);
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
