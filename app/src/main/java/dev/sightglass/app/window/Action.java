package dev.sightglass.app.window;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person can do. The menu, the palette, the list of shortcuts and the keys all come from it.
 *
 * @param id names it in tests and among what was used last
 * @param title what it is called
 * @param keys its shortcuts, the first of them told in menus; may be empty
 * @param disabled whether it cannot be done now
 * @param inMenu false for what has its own place in the window, so that the menu stays short
 */
public record Action(
        String id,
        String title,
        List<KeyCombination> keys,
        ObservableBooleanValue disabled,
        boolean inMenu,
        Runnable command) {
    public Action {
        keys = List.copyOf(keys);
    }

    /** The shortcut to tell; null for none. */
    public @Nullable KeyCombination shortcut() {
        return keys.isEmpty() ? null : keys.getFirst();
    }

    /** The shortcuts as they are printed on keyboards, two at most; empty for none. */
    public String keysText() {
        return keys.stream()
                .map(KeyCombination::getDisplayText)
                .distinct()
                .limit(2)
                .collect(Collectors.joining("  "));
    }

    /** The title, with the shortcut behind it. */
    public String hint() {
        KeyCombination shortcut = shortcut();
        return shortcut == null ? title : title + "  " + shortcut.getDisplayText();
    }

    /** Does it, unless it cannot be done now. */
    public void run() {
        if (!disabled.get()) command.run();
    }
}
