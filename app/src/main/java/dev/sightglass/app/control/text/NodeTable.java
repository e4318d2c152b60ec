package dev.sightglass.app.control.text;

import java.util.Arrays;

/** The columns of a {@link JsonTree}, filled in the order of the text. */
final class NodeTable {
    int[] starts;
    int[] ends;
    int[] keys;
    int[] nexts;
    int[] parents;
    int[] ordinals;
    int[] sizes;
    int count;

    NodeTable(int capacity) {
        int size = Math.max(16, capacity);
        starts = new int[size];
        ends = new int[size];
        keys = new int[size];
        nexts = new int[size];
        parents = new int[size];
        ordinals = new int[size];
        sizes = new int[size];
    }

    /** Adds a node without children; gives its number. */
    int add(int start, int end, int key, int parent) {
        if (count == starts.length) grow();
        int node = count++;
        starts[node] = start;
        ends[node] = end;
        keys[node] = key;
        nexts[node] = node + 1;
        parents[node] = parent;
        ordinals[node] = parent == JsonTree.NONE ? 0 : sizes[parent]++;
        sizes[node] = 0;
        return node;
    }

    /** Everything added since the node is below it. */
    void close(int node, int end) {
        ends[node] = end;
        nexts[node] = count;
    }

    private void grow() {
        int more = starts.length * 2;
        starts = Arrays.copyOf(starts, more);
        ends = Arrays.copyOf(ends, more);
        keys = Arrays.copyOf(keys, more);
        nexts = Arrays.copyOf(nexts, more);
        parents = Arrays.copyOf(parents, more);
        ordinals = Arrays.copyOf(ordinals, more);
        sizes = Arrays.copyOf(sizes, more);
    }
}
