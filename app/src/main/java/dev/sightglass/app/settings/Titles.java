package dev.sightglass.app.settings;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows a value by its title; the lists are not editable. */
final class Titles<T> extends StringConverter<T> {
    private final Function<@Nullable T, String> title;

    Titles(Function<@Nullable T, String> title) {
        this.title = title;
    }

    @Override
    public String toString(@Nullable T value) {
        return title.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("the list is not editable");
    }
}
