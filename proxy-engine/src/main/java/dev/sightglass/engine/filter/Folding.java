package dev.sightglass.engine.filter;

import java.util.Locale;

/** Compares texts letter case aside, as if both were in lower case, without making copies: a query asks millions of times. */
public final class Folding {
    private static final char[] LOWER = new char[256];

    static {
        for (char c = 0; c < LOWER.length; c++) LOWER[c] = Character.toLowerCase(c);
    }

    private Folding() {}

    /** Whether {@code text} holds {@code wanted}, which must be in lower case. */
    public static boolean holds(String text, String wanted) {
        int last = text.length() - wanted.length();
        for (int start = 0; start < text.length(); start++) {
            // Beyond these a letter may become two, or be another's capital.
            if (text.charAt(start) >= LOWER.length)
                return text.toLowerCase(Locale.ROOT).contains(wanted);
            if (start <= last && standsAt(text, start, wanted)) return true;
        }
        return wanted.isEmpty();
    }

    private static boolean standsAt(String text, int start, String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            char c = text.charAt(start + i);
            if (c >= LOWER.length || LOWER[c] != wanted.charAt(i)) return false;
        }
        return true;
    }

    /** Whether {@code text} is {@code wanted}, which must be in lower case. */
    public static boolean same(String text, String wanted) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) >= LOWER.length)
                return text.toLowerCase(Locale.ROOT).equals(wanted);
        return text.length() == wanted.length() && standsAt(text, 0, wanted);
    }
}
