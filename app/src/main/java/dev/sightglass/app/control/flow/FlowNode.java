package dev.sightglass.app.control.flow;

import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Draws one row after the other. A node without text of its own only has to show and to measure. */
public abstract class FlowNode<R extends FlowRow> extends Region {
    private @Nullable R row;
    private boolean sized;

    @SuppressWarnings("this-escape") // nobody overrides what this calls
    protected FlowNode() {
        setManaged(false);
    }

    /** The row on show. */
    public final @Nullable R row() {
        return row;
    }

    final void take(R other) {
        row = other;
        sized = false;
        show(other);
    }

    /** Fills the node with another row. */
    protected abstract void show(R shown);

    /** The height that the row takes at this width; after {@link #show}, styled. */
    protected abstract double heightFor(double width);

    /** The character nearest to a point of this node. */
    protected int positionAt(double x, double y) {
        return 0;
    }

    /** Draws grounds: the selection from one character to another (none when not smaller), hits, and the hit looked at. */
    protected void decorate(int from, int to, List<FlowHit> hits, @Nullable FlowHit current) {}

    /** The node's content has come to another height by itself, as a picture that has been loaded. */
    protected final void heightChanged() {
        sized = false;
        if (getParent() != null && getParent().getParent() instanceof FlowView<?> view) view.measureAgain(this);
    }

    final boolean sized() {
        return sized;
    }

    final void setSized() {
        sized = true;
    }
}
