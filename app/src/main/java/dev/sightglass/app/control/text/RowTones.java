package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Tone;
import java.util.Map;

/** The grounds of a document's rows. */
final class RowTones {
    static final RowTones NONE = new RowTones(new byte[0]);
    private static final Tone[] TONES = Tone.values();

    private final byte[] tones;

    private RowTones(byte[] tones) {
        this.tones = tones;
    }

    /** Grounds for the rows of the values at these paths; paths that lead nowhere are left out. */
    static RowTones of(TextDocument document, Map<String, Tone> paths) {
        if (paths.isEmpty()) return NONE;
        byte[] tones = new byte[document.rows()];
        paths.forEach((path, tone) -> {
            int from = JsonPath.findExact(document.bytes(), document.length(), path);
            if (from < 0) return;
            int to = JsonScanner.valueEnd(document.bytes(), from, document.length());
            int last = document.rowOf(Math.max(from, to - 1));
            for (int row = document.rowOf(from); row <= last; row++) tones[row] = (byte) tone.ordinal();
        });
        return new RowTones(tones);
    }

    Tone of(int row) {
        return row < tones.length ? TONES[tones[row]] : Tone.PLAIN;
    }
}
