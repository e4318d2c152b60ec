package dev.sightglass.app.window;

import dev.sightglass.app.format.Messages;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person can do, offered in the menu, by a shortcut and in the list of shortcuts.
 *
 * @param id names it in {@code messages.properties} and in tests
 * @param shortcut null for none
 * @param disabled whether it cannot be done now
 */
public record Action(String id, @Nullable KeyCombination shortcut, ObservableBooleanValue disabled, Runnable command) {
    /** What it is called. */
    public String title() {
        return Messages.text("action." + id);
    }

    /** The title, with the shortcut behind it. */
    public String hint() {
        return shortcut == null ? title() : title() + "  " + shortcut.getDisplayText();
    }

    /** Does it, unless it cannot be done now. */
    public void run() {
        if (!disabled.get()) command.run();
    }
}
