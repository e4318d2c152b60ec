package dev.sightglass.app.control.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The nodes of the rows in sight, by the rows' numbers, and those that wait to show another row of the same class. */
final class FlowNodes<R extends FlowRow> {
    private final Pane sheet;
    private final Function<R, FlowNode<R>> factory;
    private final TreeMap<Integer, FlowNode<R>> shown = new TreeMap<>();
    private final Map<Class<?>, Deque<FlowNode<R>>> spare = new HashMap<>();

    /** @param factory makes a node that can show this row and all rows of the same class */
    FlowNodes(Pane sheet, Function<R, FlowNode<R>> factory) {
        this.sheet = sheet;
        this.factory = factory;
    }

    /** The nodes that show a row, in the order of the rows. */
    SortedMap<Integer, FlowNode<R>> shown() {
        return shown;
    }

    /** The node that shows a row now, or null. */
    @Nullable
    FlowNode<R> at(int row) {
        return shown.get(row);
    }

    /** The node of a row; it shows the row from now on. */
    FlowNode<R> of(int number, R row) {
        FlowNode<R> known = shown.get(number);
        if (known != null) return known;
        Deque<FlowNode<R>> unused = spare.computeIfAbsent(row.getClass(), _ -> new ArrayDeque<>());
        FlowNode<R> node = unused.isEmpty() ? factory.apply(row) : unused.pop();
        if (node.getParent() == null) sheet.getChildren().add(node);
        node.setVisible(true);
        node.take(row);
        node.applyCss();
        shown.put(number, node);
        return node;
    }

    /** Tells {@code told} which rows this node shows. */
    void rowsOf(FlowNode<?> node, IntConsumer told) {
        shown.forEach((number, one) -> {
            if (one == node) told.accept(number);
        });
    }

    /** The place in the text nearest to a point of the sheet; the beginning of {@code first} above all rows. */
    FlowPosition positionAt(double x, double y, int first) {
        FlowPosition nearest = new FlowPosition(first, 0);
        for (Map.Entry<Integer, FlowNode<R>> entry : shown.entrySet()) {
            FlowNode<R> node = entry.getValue();
            if (y < node.getLayoutY()) break;
            boolean below = y >= node.getLayoutY() + node.getHeight();
            int at = below ? Integer.MAX_VALUE : node.positionAt(x, y - node.getLayoutY());
            nearest = new FlowPosition(entry.getKey(), at);
        }
        return nearest;
    }

    /** Keeps the nodes of these rows only. */
    void keep(int from, int to) {
        for (Iterator<Map.Entry<Integer, FlowNode<R>>> all = shown.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Integer, FlowNode<R>> entry = all.next();
            if (entry.getKey() >= from && entry.getKey() < to) continue;
            release(entry.getValue());
            all.remove();
        }
    }

    /** Other rows are shown: those near the anchor that are the same keep their nodes under their new numbers. */
    void replace(List<R> before, int oldAnchor, List<R> rows, int newAnchor) {
        TreeMap<Integer, FlowNode<R>> kept = new TreeMap<>();
        shown.forEach((number, node) -> {
            int now = number - oldAnchor + newAnchor;
            boolean fits = now >= 0 && now < rows.size() && before.get(number).equals(rows.get(now));
            if (fits && !kept.containsKey(now)) kept.put(now, node);
            else release(node);
        });
        shown.clear();
        shown.putAll(kept);
    }

    private void release(FlowNode<R> node) {
        R row = node.row();
        node.setVisible(false);
        if (row != null)
            spare.computeIfAbsent(row.getClass(), _ -> new ArrayDeque<>()).push(node);
    }
}
