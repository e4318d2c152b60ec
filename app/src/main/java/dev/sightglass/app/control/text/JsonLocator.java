package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

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
        return new ValueAt(path, source.bytes(), place.from(), JsonScanner.valueEnd(source.bytes(), place.from(), to));
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
            int to = Math.max(at + 1, JsonScanner.valueEnd(source.bytes(), at, source.length()));
            if (position < to) return value(source, at, to, "[" + i + "]", Math.max(at, position));
            at = JsonScanner.skipSpace(source.bytes(), to, source.length());
        }
        return new ValueAt("", source.bytes(), 0, source.length());
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
}
