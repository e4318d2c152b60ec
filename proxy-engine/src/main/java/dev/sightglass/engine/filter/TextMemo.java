package dev.sightglass.engine.filter;

import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks texts the same question, and remembers the answers: of a hundred thousand rows most say the same few models, paths and
 * sessions. Bounded, since a newer text takes the place of an older one. Thread-safe: what is lost between threads is asked
 * again.
 */
final class TextMemo implements Predicate<@Nullable String> {
    /** A power of two. */
    private static final int PLACES = 1 << 10;

    private final Predicate<String> question;
    private final @Nullable Known[] known = new Known[PLACES];

    private record Known(String text, boolean answer) {}

    TextMemo(Predicate<String> question) {
        this.question = question;
    }

    /** Asks whether texts hold this one, letter case aside. */
    static TextMemo holding(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return new TextMemo(value -> Folding.holds(value, wanted));
    }

    /** False for null. */
    @Override
    public boolean test(@Nullable String text) {
        if (text == null) return false;
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Known found = known[place];
        if (found != null && found.text().equals(text)) return found.answer();
        boolean answer = question.test(text);
        known[place] = new Known(text, answer);
        return answer;
    }
}
