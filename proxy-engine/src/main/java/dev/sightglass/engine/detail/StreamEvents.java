package dev.sightglass.engine.detail;

import dev.sightglass.engine.store.ArrivalMarks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a recorded event stream into its events, each with the time at which it was complete. */
public final class StreamEvents {
    private final byte[] bytes;
    private final ArrivalMarks marks;
    private final List<StreamEventView> events = new ArrayList<>();
    private final FieldLines fields = new FieldLines();
    private long lastAt;

    private StreamEvents(byte[] bytes, ArrivalMarks marks) {
        this.bytes = bytes;
        this.marks = marks;
    }

    /**
     * The events of a stream. Malformed UTF-8 becomes U+FFFD, as in a browser.
     *
     * @param bytes the body without its content encoding
     * @param marks arrival times of the body's pieces; may be empty
     */
    public static List<StreamEventView> of(byte[] bytes, ArrivalMarks marks) {
        StreamEvents events = new StreamEvents(bytes, marks);
        events.cut();
        return List.copyOf(events.events);
    }

    private void cut() {
        int start = 0;
        int line = byteOrderMark();
        while (line < bytes.length) {
            int end = lineEnd(line);
            if (end == line) {
                int next = afterBreak(end);
                if (fields.any()) add(start, next, true);
                start = next;
                line = next;
            } else {
                fields.take(new String(bytes, line, end - line, StandardCharsets.UTF_8));
                line = afterBreak(end);
            }
        }
        if (fields.any()) add(start, bytes.length, false);
    }

    private void add(int start, int end, boolean complete) {
        long at = marks.timeOf(end - 1L);
        long gap = at < 0 ? -1 : at - lastAt;
        if (at >= 0) lastAt = at;
        events.add(new StreamEventView(
                events.size(), fields.type, fields.data(), fields.comment(), at, gap, start, end - start, complete));
        fields.clear();
    }

    private int byteOrderMark() {
        boolean marked =
                bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') i++;
        return i;
    }

    private int afterBreak(int end) {
        if (end >= bytes.length) return end;
        boolean pair = bytes[end] == '\r' && end + 1 < bytes.length && bytes[end + 1] == '\n';
        return end + (pair ? 2 : 1);
    }

    /** The fields of the event that is being read. */
    private static final class FieldLines {
        private @Nullable String type;
        private @Nullable StringBuilder data;
        private @Nullable StringBuilder comment;
        private boolean any;

        void take(String line) {
            any = true;
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + (line.startsWith(" ", colon + 1) ? 2 : 1));
            switch (name) {
                case "event" -> type = value;
                case "data" -> data = join(data, value);
                case "" -> comment = join(comment, value);
                default -> {
                    // id, retry and unknown fields carry nothing that these APIs use.
                }
            }
        }

        private static StringBuilder join(@Nullable StringBuilder lines, String line) {
            return lines == null ? new StringBuilder(line) : lines.append('\n').append(line);
        }

        boolean any() {
            return any;
        }

        @Nullable
        String data() {
            return data == null ? null : data.toString();
        }

        @Nullable
        String comment() {
            return comment == null ? null : comment.toString();
        }

        void clear() {
            type = null;
            data = null;
            comment = null;
            any = false;
        }
    }
}
