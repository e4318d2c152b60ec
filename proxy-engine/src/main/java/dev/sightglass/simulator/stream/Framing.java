package dev.sightglass.simulator.stream;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The allowed ways to write the same event (WHATWG HTML, server-sent events, 9.2.5 and 9.2.6). */
public enum Framing {
    /** {@code data: x} and LF, as Azure writes. */
    PLAIN,
    /** A byte order mark before the first event. */
    BOM,
    CR,
    CRLF,
    /** No space after the colon. */
    NO_SPACE,
    /** A comment line before each event. */
    COMMENTS,
    /** JSON data cut into two data lines at a place where white space may stand. */
    TWO_DATA_LINES,
    /** {@code id}, {@code retry} and an unknown field beside the data. */
    MORE_FIELDS;

    /** The bytes of one event. */
    byte[] write(@Nullable String name, String data) {
        String space = this == NO_SPACE ? "" : " ";
        StringBuilder text = new StringBuilder();
        if (this == COMMENTS) {
            text.append(": keep-alive\n");
        }
        if (this == MORE_FIELDS) {
            text.append("id: 7\nretry: 3000\nunknown: x\n");
        }
        if (name != null) {
            text.append("event:").append(space).append(name).append('\n');
        }
        for (String line : lines(data)) {
            text.append("data:").append(space).append(line).append('\n');
        }
        return text.append('\n').toString().replace("\n", lineEnd()).getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes before the first event. */
    byte[] opening() {
        return this == BOM ? new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF} : new byte[0];
    }

    private String[] lines(String data) {
        if (this == TWO_DATA_LINES && data.startsWith("{")) {
            return new String[] {"{", data.substring(1)};
        }
        return new String[] {data};
    }

    private String lineEnd() {
        return switch (this) {
            case CR -> "\r";
            case CRLF -> "\r\n";
            default -> "\n";
        };
    }
}
