package dev.sightglass.app.control.lines;

import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.TreeViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/** A tree's skin with a {@link LineFlow}. */
public final class LineTreeSkin<T> extends TreeViewSkin<T> {
    public LineTreeSkin(TreeView<T> tree) {
        super(tree);
    }

    @Override
    protected VirtualFlow<TreeCell<T>> createVirtualFlow() {
        return new LineFlow<>();
    }

    /** What scrolls. */
    public LineFlow<TreeCell<T>> flow() {
        return (LineFlow<TreeCell<T>>) getVirtualFlow();
    }
}
