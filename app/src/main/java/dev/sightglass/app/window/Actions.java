package dev.sightglass.app.window;

import dev.sightglass.app.format.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * The one list of what can be done, in the menu's order; groups are set apart there. Menu, palette, shortcuts and their list
 * are made from it.
 */
public final class Actions {
    static final ObservableBooleanValue NEVER_DISABLED = new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();

    private final List<List<Action>> groups = new ArrayList<>();
    private final List<KeyHints> hints = new ArrayList<>();

    /** Keys that a part of the window takes itself while it has the focus. */
    record KeyHint(String keys, String title) {}

    /** Those of one part of the window. */
    record KeyHints(String part, List<KeyHint> keys) {}

    /** Begins a new group. */
    Actions group() {
        groups.add(new ArrayList<>());
        return this;
    }

    /** @param shortcut as {@link KeyCombination#keyCombination} reads them, the one to tell first; null or none for none */
    Actions add(String id, @Nullable String shortcut, Runnable command) {
        return add(id, NEVER_DISABLED, command, shortcut == null ? new String[0] : new String[] {shortcut});
    }

    /** With other keys for the same, as keyboards differ in where they have plus and minus. */
    Actions add(String id, ObservableBooleanValue disabled, Runnable command, String... shortcuts) {
        List<KeyCombination> keys =
                Arrays.stream(shortcuts).map(KeyCombination::keyCombination).toList();
        return add(new Action(id, Messages.text("action." + id), keys, disabled, true, command));
    }

    Actions add(Action action) {
        groups.getLast().add(action);
        return this;
    }

    /** Tells keys in the list of shortcuts that a part of the window takes itself. */
    Actions hints(String part, String... ids) {
        List<KeyHint> keys = Arrays.stream(ids)
                .map(id -> new KeyHint(Messages.text("help." + id + ".keys"), Messages.text("help." + id)))
                .toList();
        hints.add(new KeyHints(Messages.text("help.part." + part), keys));
        return this;
    }

    List<Action> all() {
        return groups.stream().flatMap(List::stream).toList();
    }

    List<KeyHints> hints() {
        return List.copyOf(hints);
    }

    Action byId(String id) {
        return all().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action is called " + id));
    }

    /** Fills a menu. */
    void fill(MenuButton menu) {
        for (List<Action> group : groups) {
            List<Action> wanted = group.stream().filter(Action::inMenu).toList();
            if (!wanted.isEmpty() && !menu.getItems().isEmpty()) menu.getItems().add(new SeparatorMenuItem());
            for (Action action : wanted) menu.getItems().add(item(action));
        }
    }

    /** Makes the shortcuts work in a window. */
    void install(Scene scene) {
        for (Action action : all())
            for (KeyCombination keys : action.keys()) scene.getAccelerators().put(keys, action::run);
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.title());
        item.setId("menu-" + action.id());
        item.disableProperty().bind(action.disabled());
        item.setOnAction(_ -> action.run());
        item.setAccelerator(action.shortcut());
        return item;
    }
}
