package dev.sightglass.app.inspector;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The row of underlined tabs; those that do not fit stand in a menu at its end. */
final class PanelTabs extends HBox {
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private final MenuButton more = new MenuButton("", Icons.of(Feather.MORE_HORIZONTAL));

    PanelTabs(List<InspectorPanel> panels, IntConsumer onChosen) {
        getStyleClass().add("panel-tabs");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        for (int i = 0; i < panels.size(); i++) add(panels.get(i), i, onChosen);
        more.setId("more-panels");
        more.getStyleClass().addAll("flat", "icon-only");
        more.setAccessibleText(text("inspector.morePanels"));
        more.setTooltip(new Tooltip(text("inspector.morePanels")));
        more.setOnShowing(_ -> fillMenu());
        setAlignment(Pos.CENTER_LEFT);
        show(more, false);
        getChildren().add(more);
        setMinWidth(0);
        group.selectedToggleProperty().subscribe(_ -> fit());
        addEventHandler(KeyEvent.KEY_PRESSED, this::moveByArrow);
    }

    private void add(InspectorPanel panel, int index, IntConsumer onChosen) {
        ToggleButton button = new ToggleButton(text("inspector." + panel.key() + ".title"));
        button.setId("tab-" + panel.key());
        button.getStyleClass().setAll("panel-tab");
        button.setMinWidth(USE_PREF_SIZE);
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

    // ---- Where there is little room

    @Override
    protected void layoutChildren() {
        fit();
        super.layoutChildren();
    }

    /** Shows as many tabs as fit whole, the chosen one among them. */
    private void fit() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
        if (room <= 0) return;
        double all = 0;
        for (ToggleButton button : buttons) all += button.prefWidth(-1);
        boolean tight = all > room;
        double used = tight ? more.prefWidth(-1) : 0;
        if (tight && group.getSelectedToggle() instanceof ToggleButton chosen) used += chosen.prefWidth(-1);
        for (ToggleButton button : buttons) {
            boolean extra = tight && !button.isSelected();
            if (extra) used += button.prefWidth(-1);
            show(button, !extra || used <= room);
        }
        show(more, tight);
    }

    private void fillMenu() {
        more.getItems().clear();
        for (ToggleButton button : buttons) {
            if (button.isVisible()) continue;
            MenuItem item = new MenuItem(button.getText());
            item.setDisable(button.isDisabled());
            item.setOnAction(_ -> button.fire());
            more.getItems().add(item);
        }
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
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
