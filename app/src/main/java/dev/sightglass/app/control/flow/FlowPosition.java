package dev.sightglass.app.control.flow;

/** A place between two characters of a row. */
public record FlowPosition(int row, int offset) implements Comparable<FlowPosition> {
    @Override
    public int compareTo(FlowPosition other) {
        return row == other.row ? Integer.compare(offset, other.offset) : Integer.compare(row, other.row);
    }
}
