package dev.sightglass.app.control.text;

import dev.sightglass.engine.bytes.ByteScan;

/** Goes through the events of an event stream that have data; on the stream as received and as laid out. */
final class EventScanner {
    private final byte[] text;
    private final int length;
    private int at;

    /** Number of the event, from 0. */
    int number = -1;
    /** Where the event's name stands; equal when it has none. */
    int nameFrom;

    int nameTo;
    /** Where the data stand, white space left out. */
    int valueFrom;

    int valueTo;
    /** The place after the event. */
    int end;

    EventScanner(byte[] text, int length) {
        this.text = text;
        this.length = length;
    }

    /** Goes to the next event; tells whether there is one. */
    boolean next() {
        while (at < length) {
            block();
            if (valueFrom >= 0) {
                number++;
                return true;
            }
        }
        return false;
    }

    private void block() {
        nameFrom = nameTo = at;
        valueFrom = -1;
        while (at < length) {
            int to = ByteScan.lineEnd(text, at, length);
            boolean blank = to == at;
            if (!blank) line(at, to);
            at = afterBreak(to);
            if (blank) break;
        }
        end = at;
        if (valueFrom >= 0) valueTo = trimmed(valueFrom, Math.min(end, length));
    }

    private void line(int from, int to) {
        if (startsWith(from, to, "event:")) {
            nameFrom = JsonScanner.skipSpace(text, from + 6, to);
            nameTo = to;
        } else if (valueFrom < 0 && startsWith(from, to, "data:")) {
            valueFrom = JsonScanner.skipSpace(text, from + 5, to);
        }
    }

    private boolean startsWith(int from, int to, String word) {
        if (to - from < word.length()) return false;
        for (int i = 0; i < word.length(); i++) if (text[from + i] != word.charAt(i)) return false;
        return true;
    }

    private int trimmed(int from, int to) {
        int i = to;
        while (i > from && JsonScanner.isSpace(text[i - 1])) i--;
        return i;
    }

    private int afterBreak(int to) {
        if (to + 1 < length && text[to] == '\r' && text[to + 1] == '\n') return to + 2;
        return Math.min(length, to + 1);
    }
}
