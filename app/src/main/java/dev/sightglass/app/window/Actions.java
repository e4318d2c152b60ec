package dev.sightglass.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Everything that can be done, in the menu's order; groups are set apart there. */
public final class Actions {
    static final ObservableBooleanValue NEVER_DISABLED = new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();

    /** Other keys for the same, as keyboards differ in where they have plus and minus. */
    private static final Map<String, String> KEYPAD = Map.of(
            "Shortcut+Shift+EQUALS",
            "zoomIn",
            "Shortcut+ADD",
            "zoomIn",
            "Shortcut+PLUS",
            "zoomIn",
            "Shortcut+SUBTRACT",
            "zoomOut");

    private final List<List<Action>> groups = new ArrayList<>();

    /** Begins a new group. */
    Actions group() {
        groups.add(new ArrayList<>());
        return this;
    }

    Actions add(String id, @Nullable String shortcut, Runnable command) {
        return add(id, shortcut, NEVER_DISABLED, command);
    }

    Actions add(String id, @Nullable String shortcut, ObservableBooleanValue disabled, Runnable command) {
        KeyCombination keys = shortcut == null ? null : KeyCombination.keyCombination(shortcut);
        groups.getLast().add(new Action(id, keys, disabled, command));
        return this;
    }

    List<Action> all() {
        return groups.stream().flatMap(List::stream).toList();
    }

    Action byId(String id) {
        return all().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action is called " + id));
    }

    /** Fills a menu with all of them. */
    void fill(MenuButton menu) {
        for (List<Action> group : groups) {
            if (!menu.getItems().isEmpty()) menu.getItems().add(new SeparatorMenuItem());
            for (Action action : group) menu.getItems().add(item(action));
        }
    }

    /** Makes the shortcuts work in a window. */
    void install(Scene scene) {
        for (Action action : all())
            if (action.shortcut() != null) scene.getAccelerators().put(action.shortcut(), action::run);
        KEYPAD.forEach((keys, id) -> scene.getAccelerators().put(KeyCombination.keyCombination(keys), byId(id)::run));
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
