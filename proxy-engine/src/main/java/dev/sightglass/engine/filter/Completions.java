package dev.sightglass.engine.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be typed next in a query. */
public final class Completions {
    /** Names with so many first letters in common are taken for misspellings of each other. */
    private static final int ALIKE = 3;

    private static final List<String> KEYWORDS = List.of("and", "or", "not");

    private Completions() {}

    /**
     * A way to go on.
     *
     * @param text what to put in the place of the characters from {@code start} to the caret
     * @param description one line for people
     */
    public record Completion(int start, String text, String description) {}

    /** The ways to go on at the caret, the likeliest first. */
    public static List<Completion> at(String query, int caret) {
        int start = caret;
        while (start > 0 && !Character.isWhitespace(query.charAt(start - 1)) && query.charAt(start - 1) != '(') start--;
        String typed = query.substring(start, caret);
        int sign = operatorIn(typed);
        return sign < 0 ? names(typed, start) : values(typed, sign, start);
    }

    /** A hint at the field that was probably meant; empty when none is near. */
    static String nearest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Fields.ALL.stream()
                .map(Field::name)
                .filter(field -> field.regionMatches(0, lower, 0, ALIKE))
                .findFirst()
                .map(field -> ", did you mean " + field + "?")
                .orElse("");
    }

    private static int operatorIn(String typed) {
        for (int i = 1; i < typed.length(); i++) if (Operator.at(typed, i).isPresent()) return i;
        return -1;
    }

    private static List<Completion> names(String typed, int start) {
        String lower = typed.toLowerCase(Locale.ROOT);
        Stream<Completion> fields = Fields.ALL.stream()
                .filter(field -> field.name().startsWith(lower))
                .map(field -> new Completion(start, field.name() + (field.numeric() ? ">" : ":"), field.description()));
        Stream<Completion> keywords = KEYWORDS.stream()
                .filter(word -> word.startsWith(lower))
                .map(word -> new Completion(start, word + " ", ""));
        return Stream.concat(fields, keywords).toList();
    }

    private static List<Completion> values(String typed, int sign, int start) {
        Optional<Field> field = Fields.byName(typed.substring(0, sign));
        Optional<Operator> operator = Operator.at(typed, sign);
        if (field.isEmpty() || operator.isEmpty()) return List.of();
        int from = sign + operator.get().sign().length();
        String begun = typed.substring(from).toLowerCase(Locale.ROOT);
        return field.get().words().stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(begun))
                .map(word -> new Completion(start + from, word, field.get().description()))
                .toList();
    }
}
