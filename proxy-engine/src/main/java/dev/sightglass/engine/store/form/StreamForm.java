package dev.sightglass.engine.store.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The body of an answer in an exact form that compresses well and can be searched: the events of a stream differ in a
 * short text only, so each kind of event is kept once as a template, and the texts stand end to end. A word that came in
 * three deltas so stands there whole. Bodies that are no event streams are kept as they are.
 */
public final class StreamForm {
    private static final int RAW = 0;
    private static final int EVENTS = 1;
    private static final int MOST_TEMPLATES = 2_000;
    private static final char SLOT = '\u0100';
    private static final char COUNTER = '\u0101';

    /** Members whose string value is the event's own text. */
    private static final Set<String> TEXTS = Set.of(
            "content",
            "text",
            "thinking",
            "partial_json",
            "arguments",
            "delta",
            "refusal",
            "reasoning",
            "reasoning_content",
            "signature",
            "obfuscation");

    private final byte[] bytes;
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final List<Template> events = new ArrayList<>();
    /** The first number of the stream's own count of events, and the next one expected; -1 before the first. */
    private long first = -1;

    private long counter = -1;

    private StreamForm(byte[] bytes) {
        this.bytes = bytes;
    }

    private static final class Template {
        final int number;
        final String text;
        final List<ByteSink> slots = new ArrayList<>();
        final ByteSink lengths = new ByteSink();

        Template(int number, String text) {
            this.number = number;
            this.text = text;
        }
    }

    /** The end of the event that starts at {@code from}: after the next empty line; -1 when there is none. */
    static int eventEnd(byte[] bytes, int from) {
        for (int i = from + 1; i < bytes.length; i++)
            if (bytes[i] == '\n'
                    && (bytes[i - 1] == '\n' || (bytes[i - 1] == '\r' && i - 2 >= from && bytes[i - 2] == '\n')))
                return i + 1;
        return -1;
    }

    public static byte[] encode(byte[] bytes) {
        if (!looksLikeEvents(bytes)) return raw(bytes);
        StreamForm form = new StreamForm(bytes);
        if (!form.read()) return raw(bytes);
        byte[] encoded = form.write();
        return Arrays.equals(decode(encoded), bytes) ? encoded : raw(bytes);
    }

    private static boolean looksLikeEvents(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        return start.startsWith("data:")
                || start.startsWith("event:")
                || start.startsWith(":")
                || start.startsWith("id:");
    }

    private static byte[] raw(byte[] bytes) {
        return new ByteSink(bytes.length + 1).put(RAW).put(bytes).toBytes();
    }

    private boolean read() {
        int start = 0;
        while (start < bytes.length) {
            int joint = eventEnd(bytes, start);
            int end = joint < 0 ? bytes.length : joint;
            event(start, end);
            if (templates.size() > MOST_TEMPLATES) return false;
            start = end;
        }
        return true;
    }

    private void event(int start, int end) {
        StringBuilder template = new StringBuilder(end - start);
        List<int[]> slots = new ArrayList<>();
        int at = start;
        while (at < end) {
            int valueStart = bytes[at] == '"' ? slotAfterKey(at, end) : -1;
            if (valueStart < 0) {
                template.append((char) (bytes[at++] & 0xFF));
                continue;
            }
            int valueEnd = bytes[valueStart - 1] == '"' ? stringEnd(valueStart, end) : digitsEnd(valueStart, end);
            for (int i = at; i < valueStart; i++) template.append((char) (bytes[i] & 0xFF));
            if (bytes[valueStart - 1] == '"') {
                template.append(SLOT);
                slots.add(new int[] {valueStart, valueEnd});
            } else number(valueStart, valueEnd, template);
            at = valueEnd;
        }
        add(template.toString(), slots);
    }

    private void number(int start, int end, StringBuilder template) {
        String digits = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        if (first < 0 && digits.length() < 18) first = counter = Long.parseLong(digits);
        boolean expected = digits.equals(Long.toString(counter));
        template.append(expected ? String.valueOf(COUNTER) : digits);
        if (expected) counter++;
    }

    private void add(String text, List<int[]> slots) {
        Template template = templates.computeIfAbsent(text, t -> new Template(templates.size(), t));
        for (int i = 0; i < slots.size(); i++) {
            if (template.slots.size() <= i) template.slots.add(new ByteSink());
            int[] slot = slots.get(i);
            template.lengths.number(slot[1] - slot[0]);
            template.slots.get(i).put(bytes, slot[0], slot[1]);
        }
        events.add(template);
    }

    /** Where the value of the member at {@code quote} starts, when it is a text or a counter; else -1. */
    private int slotAfterKey(int quote, int end) {
        int keyEnd = quote + 1;
        while (keyEnd < end && keyEnd - quote < 20 && bytes[keyEnd] != '"') keyEnd++;
        if (keyEnd + 2 >= end || bytes[keyEnd] != '"' || bytes[keyEnd + 1] != ':') return -1;
        String key = new String(bytes, quote + 1, keyEnd - quote - 1, StandardCharsets.ISO_8859_1);
        int value = keyEnd + 2;
        if (TEXTS.contains(key)) return bytes[value] == '"' && stringEnd(value + 1, end) >= 0 ? value + 1 : -1;
        return key.equals("sequence_number") && digitsEnd(value, end) > value ? value : -1;
    }

    private int stringEnd(int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == '\\') i++;
            else if (bytes[i] == '"') return i;
        }
        return -1;
    }

    private int digitsEnd(int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') at++;
        return at;
    }

    private byte[] write() {
        ByteSink sink = new ByteSink(bytes.length / 4).put(EVENTS);
        sink.number(Math.max(0, first)).number(events.size()).number(templates.size());
        for (Template event : events) sink.number(event.number);
        for (Template t : templates.values()) sink.block(t.lengths.toBytes());
        for (Template t : templates.values()) writeTemplate(sink, t.text);
        for (Template t : templates.values())
            for (ByteSink slot : t.slots)
                sink.put('\n').number(slot.size()).put(slot.toBytes()).put('\n');
        return sink.toBytes();
    }

    private static void writeTemplate(ByteSink sink, String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            int kind = i == text.length() ? 0 : text.charAt(i) == SLOT ? 1 : text.charAt(i) == COUNTER ? 2 : -1;
            if (kind < 0) continue;
            sink.number((long) (i - start) << 2 | kind);
            sink.put(text.substring(start, i).getBytes(StandardCharsets.ISO_8859_1));
            start = i + 1;
        }
    }

    public static byte[] decode(byte[] form) {
        return decode(form, form.length * 16);
    }

    /** @param size what is likely its length, so that no larger array is made for it */
    public static byte[] decode(byte[] form, int size) {
        if (form.length == 0 || form[0] == RAW)
            return form.length == 0 ? form : Arrays.copyOfRange(form, 1, form.length);
        return new StreamReader(form, size).read();
    }
}
