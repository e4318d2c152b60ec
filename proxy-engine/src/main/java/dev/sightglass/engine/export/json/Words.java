package dev.sightglass.engine.export.json;

import java.util.Locale;

/** The constants of enums as words of the record, and back. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant of that word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static <E extends Enum<E>> E read(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
