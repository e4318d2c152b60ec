package dev.sightglass.app.accessibility;

import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Finds what can be focused or clicked and has no name that a screen reader could say. FX thread only. */
final class Names {
    /** Parts that JavaFX makes inside a control: the control's own name stands for them. */
    private static final Set<String> PARTS = Set.of(
            "arrow-button",
            "increment-arrow-button",
            "decrement-arrow-button",
            "column-header",
            "column-header-background",
            "column-resize-line",
            "split-pane-divider",
            "tree-disclosure-node",
            "list-cell",
            "table-cell",
            "tree-cell",
            "table-row-cell",
            "content",
            "scroll-pane",
            "open-button",
            "box",
            "radio",
            "tab");

    private Names() {}

    /** One line for each nameless node under {@code root}. */
    static List<String> missing(Parent root) {
        return Walk.shown(root)
                .filter(Names::canBeUsed)
                .filter(node -> name(node, root) == null)
                .map(Walk::path)
                .distinct()
                .toList();
    }

    private static boolean canBeUsed(Node node) {
        if (node instanceof ScrollBar || node instanceof VirtualFlow<?> || Walk.inside(node, ScrollBar.class))
            return false;
        if (node.getStyleClass().stream().anyMatch(PARTS::contains)) return false;
        return node instanceof ButtonBase
                || node.isFocusTraversable()
                || (!(node instanceof Control) && node.getOnMouseClicked() != null);
    }

    private static @Nullable String name(Node node, Parent root) {
        String own = node.getAccessibleText();
        if (own != null && !own.isBlank()) return own;
        String label = labelOf(node, root);
        if (label != null) return label;
        // What a field holds is its value, not its name.
        if (node instanceof TextInputControl) return null;
        Object said = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        if (said instanceof String text && !text.isBlank()) return text;
        return textInside(node);
    }

    private static @Nullable String labelOf(Node node, Parent root) {
        return Walk.shown(root)
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> label.getLabelFor() == node && !label.getText().isBlank())
                .map(Label::getText)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String textInside(Node node) {
        if (node instanceof Control || !(node instanceof Parent parent)) return null;
        return Walk.shown(parent)
                .filter(Walk::isWords)
                .map(text -> ((Text) text).getText())
                .findFirst()
                .orElse(null);
    }
}
