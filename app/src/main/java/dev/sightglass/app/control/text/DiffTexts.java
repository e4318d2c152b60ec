package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a comparison one after the other, as the text that positions count in: headings, lines of both texts, spaces. In
 * columns, since there are hundred thousands of them. Lines are added first, then looked at.
 */
final class DiffTexts {
    private static final int NONE = -1;
    private static final int HEADING = 16;
    private static final int OF_BEFORE = 32;
    private static final Tone[] TONES = Tone.values();

    private final LineText before;
    private final LineText after;
    private final List<String> headings = new ArrayList<>();
    /** The tone's ordinal and the flags above. */
    private final Ints kinds = new Ints();

    private final Ints lines = new Ints();
    private final Ints numbers = new Ints();
    private final Ints others = new Ints();
    private final Ints starts = new Ints();
    private byte[] whole = new byte[0];
    private int widest;
    private int highest;

    DiffTexts(LineText before, LineText after) {
        this.before = before;
        this.after = after;
    }

    /** A line that names those after it. */
    void heading(String words) {
        headings.add(words);
        add(HEADING | Tone.PLAIN.ordinal(), headings.size() - 1, 0, NONE);
    }

    /** The space beside a line that the other text has. */
    void space() {
        add(Tone.ABSENT.ordinal(), NONE, 0, NONE);
    }

    /**
     * A line of the old text.
     *
     * @param number as it is shown
     * @param other the line of the new text that replaced it; -1 when none did
     */
    void old(Tone tone, int line, int number, int other) {
        add(OF_BEFORE | tone.ordinal(), line, number, other);
    }

    /** A line of the new text; the {@code other} is of the old one. */
    void fresh(Tone tone, int line, int number, int other) {
        add(tone.ordinal(), line, number, other);
    }

    private void add(int kind, int line, int number, int other) {
        kinds.add(kind);
        lines.add(line);
        numbers.add(number);
        others.add(other);
        highest = Math.max(highest, number);
    }

    /** No more lines will come. */
    DiffTexts whole() {
        ByteSink all = new ByteSink(before.bytes().length / 8 + after.bytes().length + 64);
        for (int i = 0; i < size(); i++) {
            int start = all.length();
            starts.add(start);
            put(i, all);
            widest = Math.max(widest, all.length() - start);
            all.put((byte) '\n');
        }
        starts.add(all.length());
        whole = Arrays.copyOf(all.bytes(), all.length());
        return this;
    }

    private void put(int number, ByteSink all) {
        int line = lines.get(number);
        if (isHeading(number)) {
            byte[] words = headings.get(line).getBytes(StandardCharsets.UTF_8);
            all.put(words, 0, words.length);
        } else if (line != NONE) {
            LineText text = (kinds.get(number) & OF_BEFORE) == 0 ? after : before;
            all.put(text.bytes(), text.from(line), text.to(line));
        }
    }

    int size() {
        return kinds.size();
    }

    boolean isHeading(int number) {
        return (kinds.get(number) & HEADING) != 0;
    }

    Tone tone(int number) {
        return TONES[kinds.get(number) & HEADING - 1];
    }

    boolean isChange(int number) {
        return tone(number) != Tone.PLAIN;
    }

    /** The number that is shown beside the line; 0 for none. */
    int number(int number) {
        return numbers.get(number);
    }

    /** The line that this one replaced or was replaced by, or null. */
    @Nullable
    String other(int number) {
        int other = others.get(number);
        if (other == NONE) return null;
        return ((kinds.get(number) & OF_BEFORE) == 0 ? before : after).text(other);
    }

    String text(int number) {
        return new String(whole, start(number), start(number + 1) - 1 - start(number), StandardCharsets.UTF_8);
    }

    /** The line without its line break. */
    byte[] bytes(int number) {
        return Arrays.copyOfRange(whole, start(number), start(number + 1) - 1);
    }

    int start(int number) {
        return starts.get(number);
    }

    int lineAt(int offset) {
        return Math.max(0, starts.lastUpTo(offset, Math.max(1, size())));
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
