package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.DisplayRow.Kind;
import dev.sightglass.app.control.text.DisplayRow.Span;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a row together piece by piece. */
final class RowBuilder {
    private final int @Nullable [] places;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private int[] offsets = new int[128];

    /** @param places where each position stands in the text around, or null when positions are those of the text */
    RowBuilder(int @Nullable [] places) {
        this.places = places;
    }

    /** Adds characters that all stand for one position. */
    void add(String words, Kind kind, int offset) {
        add(words, kind, offset, offset);
    }

    /** Adds characters of which the first stands for one position and the others for a later one. */
    void add(String words, Kind kind, int first, int rest) {
        if (words.isEmpty()) return;
        int at = text.length();
        ensure(at + words.length() + 1);
        offsets[at] = first;
        Arrays.fill(offsets, at + 1, at + words.length(), rest);
        text.append(words);
        span(at, text.length(), kind);
    }

    /** Adds decoded text; marks for what is invisible keep their own kind. */
    void add(RowDecoder decoded, Kind kind) {
        int at = text.length();
        int length = decoded.text.length();
        ensure(at + length + 1);
        System.arraycopy(decoded.offsets, 0, offsets, at, length);
        text.append(decoded.text);
        int from = 0;
        while (from < length) {
            boolean mark = decoded.marks.get(from);
            int next = mark ? decoded.marks.nextClearBit(from) : decoded.marks.nextSetBit(from);
            int to = next < 0 ? length : Math.min(length, next);
            span(at + from, at + to, mark ? Kind.MARK : kind);
            from = to;
        }
    }

    private void span(int from, int to, Kind kind) {
        Span last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && last.kind() == kind) spans.set(spans.size() - 1, new Span(last.start(), to, kind));
        else spans.add(new Span(from, to, kind));
    }

    private void ensure(int size) {
        if (size > offsets.length) offsets = Arrays.copyOf(offsets, Math.max(size, offsets.length * 2));
    }

    DisplayRow row(Fold fold, Tone tone, int indent, int end) {
        int[] whole = Arrays.copyOf(offsets, text.length() + 1);
        whole[text.length()] = end;
        if (places != null) for (int i = 0; i < whole.length; i++) whole[i] = places[whole[i]];
        return new DisplayRow(text.toString(), spans, whole, "", fold, tone, indent + 2, DisplayRow.NO_MARKS);
    }
}
