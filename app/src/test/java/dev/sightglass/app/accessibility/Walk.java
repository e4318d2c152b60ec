package dev.sightglass.app.accessibility;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Goes over the nodes of a scene that are to be seen. FX thread only. */
final class Walk {
    private Walk() {}

    /** The visible nodes under {@code root}, itself included. */
    static Stream<Node> shown(Parent root) {
        List<Node> found = new ArrayList<>();
        add(root, found);
        return found.stream();
    }

    private static void add(Node node, List<Node> found) {
        if (!node.isVisible() || node.getOpacity() == 0) return;
        found.add(node);
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> add(child, found));
    }

    static boolean isWords(Node node) {
        return node instanceof Text text
                && !(node instanceof FontIcon)
                && !text.getText().isBlank();
    }

    static boolean inside(Node node, Class<? extends Node> type) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) if (type.isInstance(up)) return true;
        return false;
    }

    /** Where a node stands, for a person: the nearest ids or classes, from the outside in. */
    static String path(Node node) {
        StringBuilder path = new StringBuilder(describe(node));
        int steps = 0;
        for (Node up = node.getParent(); up != null && steps < 3; up = up.getParent()) {
            if (up.getId() == null && up.getStyleClass().isEmpty()) continue;
            path.insert(0, describe(up) + " > ");
            steps++;
        }
        return path.toString();
    }

    private static String describe(Node node) {
        String type = node.getClass().getSimpleName();
        if (node.getId() != null) return type + "#" + node.getId();
        return node.getStyleClass().isEmpty() ? type : type + "." + String.join(".", node.getStyleClass());
    }
}
