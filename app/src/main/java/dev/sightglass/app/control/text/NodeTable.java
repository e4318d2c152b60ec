package dev.sightglass.app.control.text;

/** The columns of a {@link JsonTree}, filled in the order of the text. */
final class NodeTable {
    final Ints starts = new Ints();
    final Ints ends = new Ints();
    final Ints keys = new Ints();
    final Ints nexts = new Ints();
    final Ints parents = new Ints();
    final Ints ordinals = new Ints();
    final Ints sizes = new Ints();

    int count() {
        return starts.size();
    }

    /** Adds a node without children; gives its number. */
    int add(int start, int end, int key, int parent) {
        int node = count();
        starts.add(start);
        ends.add(end);
        keys.add(key);
        nexts.add(node + 1);
        parents.add(parent);
        int ordinal = parent == JsonTree.NONE ? 0 : sizes.get(parent);
        ordinals.add(ordinal);
        if (parent != JsonTree.NONE) sizes.set(parent, ordinal + 1);
        sizes.add(0);
        return node;
    }

    /** Everything added since the node is below it. */
    void close(int node, int end) {
        ends.set(node, end);
        nexts.set(node, count());
    }
}
