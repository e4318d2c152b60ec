package dev.sightglass.simulator.answer;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into the pieces in which a model would stream it. */
public final class Pieces {
    private Pieces() {}

    /** Pieces of about a token each: a word with the space before it. */
    public static List<String> words(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int at = 1; at < text.length(); at++) {
            if (text.charAt(at) == ' ' && text.charAt(at - 1) != ' ') {
                pieces.add(text.substring(start, at));
                start = at;
            }
        }
        if (start < text.length()) {
            pieces.add(text.substring(start));
        }
        return pieces;
    }

    /** Pieces of {@code size} characters, never cut inside a surrogate pair. */
    public static List<String> ofSize(String text, int size) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + size);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end++;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
