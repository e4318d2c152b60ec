package dev.sightglass.app.inspector;

import static dev.sightglass.app.format.Messages.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The row of underlined tabs. */
final class PanelTabs extends HBox {
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();

    PanelTabs(List<InspectorPanel> panels, IntConsumer onChosen) {
        getStyleClass().add("panel-tabs");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        for (int i = 0; i < panels.size(); i++) add(panels.get(i), i, onChosen);
        addEventHandler(KeyEvent.KEY_PRESSED, this::moveByArrow);
    }

    private void add(InspectorPanel panel, int index, IntConsumer onChosen) {
        ToggleButton button = new ToggleButton(text("inspector." + panel.key() + ".title"));
        button.setId("tab-" + panel.key());
        button.getStyleClass().setAll("panel-tab");
        button.setToggleGroup(group);
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        shortcut(index).ifPresent(keys -> button.setTooltip(new Tooltip(keys.getDisplayText())));
        button.setOnAction(_ -> onChosen.accept(index));
        buttons.add(button);
        getChildren().add(button);
    }

    /** The keys of the first nine tabs. */
    static Optional<KeyCombination> shortcut(int index) {
        if (index >= 9) return Optional.empty();
        KeyCode digit = KeyCode.getKeyCode(Integer.toString(index + 1));
        return Optional.of(new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN));
    }

    void choose(int index) {
        buttons.get(index).setSelected(true);
    }

    void focusChosen() {
        ((ToggleButton) group.getSelectedToggle()).requestFocus();
    }

    void setSupported(int index, boolean supported) {
        buttons.get(index).setDisable(!supported);
    }

    private void moveByArrow(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step == 0) return;
        int at = buttons.indexOf((ToggleButton) group.getSelectedToggle()) + step;
        while (at >= 0 && at < buttons.size() && buttons.get(at).isDisabled()) at += step;
        if (at >= 0 && at < buttons.size()) {
            buttons.get(at).requestFocus();
            buttons.get(at).fire();
        }
        event.consume();
    }
}
