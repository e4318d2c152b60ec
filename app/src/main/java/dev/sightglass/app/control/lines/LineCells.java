package dev.sightglass.app.control.lines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.IndexedCell;
import org.jspecify.annotations.Nullable;

/** The cells of a {@link LineFlow}: as many as are in sight, each kept for its line as long as that is. FX thread only. */
final class LineCells<C extends IndexedCell<?>> {
    private final Group sheet;
    private final Supplier<C> maker;
    private final List<C> lines = new ArrayList<>();
    private final List<C> spare = new ArrayList<>();

    /** Cells are put into {@code sheet}. */
    LineCells(Group sheet, Supplier<C> maker) {
        this.sheet = sheet;
        this.maker = maker;
    }

    /** Those in sight, downwards; it changes with them. */
    List<C> inSight() {
        return Collections.unmodifiableList(lines);
    }

    void clear() {
        for (C line : lines) line.updateIndex(-1);
        lines.clear();
        spare.clear();
        sheet.getChildren().clear();
    }

    /** Shows these lines; {@code stale} says that others may stand at the places of those before. */
    void show(int first, int end, boolean stale) {
        @Nullable Object[] kept = keep(first, end);
        lines.clear();
        for (int i = 0; i < kept.length; i++) lines.add(line(kept[i], first + i, stale));
        for (C unused : spare) {
            if (!unused.isVisible()) continue;
            unused.setVisible(false);
            unused.updateIndex(-1);
        }
    }

    /** The cells that show one of these lines already, at their places; the others become spare. */
    private @Nullable Object[] keep(int first, int end) {
        @Nullable Object[] kept = new Object[end - first];
        for (C line : lines) {
            int place = line.getIndex() - first;
            if (place >= 0 && place < kept.length) kept[place] = line;
            else spare.add(line);
        }
        return kept;
    }

    @SuppressWarnings("unchecked")
    private C line(@Nullable Object kept, int index, boolean stale) {
        if (kept == null) return put(another(index), index);
        return stale ? put((C) kept, index) : (C) kept;
    }

    /** A cell of the same stripe, if there is one: it needs no other style then. */
    private C another(int index) {
        for (int i = spare.size() - 1; i >= 0; i--)
            if ((spare.get(i).getIndex() & 1) == (index & 1)) return spare.remove(i);
        if (!spare.isEmpty()) return spare.removeLast();
        C made = maker.get();
        sheet.getChildren().add(made);
        made.updateIndex(index);
        made.applyCss();
        return made;
    }

    /** Styles come before layout in a frame: a cell whose state has changed would show its new line in the old one's style. */
    private C put(C cell, int index) {
        Set<PseudoClass> before = Set.copyOf(cell.getPseudoClassStates());
        cell.updateIndex(index);
        cell.setVisible(true);
        if (!before.equals(Set.copyOf(cell.getPseudoClassStates()))) cell.applyCss();
        return cell;
    }

    /** The width that the widest of them would like. */
    double widest() {
        double widest = 0;
        for (C line : lines) widest = Math.max(widest, line.prefWidth(-1));
        return widest;
    }
}
