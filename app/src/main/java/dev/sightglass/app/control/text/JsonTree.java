package dev.sightglass.app.control.text;

import org.jspecify.annotations.Nullable;

/**
 * Where each value of a JSON text stands, in the order of the text; a stream's events and the lines of JSON lines are elements
 * of one value around them. Numbers in arrays, 28 bytes a value: the values themselves stay in the text. Immutable.
 */
final class JsonTree {
    /** No node. */
    static final int NONE = -1;

    private final byte[] text;
    private final int length;
    private final NodeTable nodes;
    private final boolean stream;
    private final @Nullable JsonFault fault;

    JsonTree(byte[] text, int length, NodeTable nodes, boolean stream, @Nullable JsonFault fault) {
        this.text = text;
        this.length = length;
        this.nodes = nodes;
        this.stream = stream;
        this.fault = fault;
    }

    byte[] text() {
        return text;
    }

    int length() {
        return length;
    }

    int size() {
        return nodes.count();
    }

    /** Whether the first node is not in the text but stands for all events or lines. */
    boolean isStream() {
        return stream;
    }

    /** Why the tree ends early, or null. */
    @Nullable
    JsonFault fault() {
        return fault;
    }

    /** First byte of the value. */
    int from(int node) {
        return nodes.starts.get(node);
    }

    /** The byte after the value. */
    int to(int node) {
        return nodes.ends.get(node);
    }

    /** Where the node's row begins: at its key, if it has one. */
    int rowFrom(int node) {
        int key = nodes.keys.get(node);
        return key == NONE ? nodes.starts.get(node) : key;
    }

    /** First byte of the key's quotes or of the event's name; {@link #NONE} without one. */
    int key(int node) {
        return nodes.keys.get(node);
    }

    /** The byte after the key. */
    int keyEnd(int node) {
        int key = nodes.keys.get(node);
        if (text[key] == '"') return JsonScanner.stringEnd(text, key, length);
        int end = key;
        while (end < length && text[end] > ' ') end++;
        return end;
    }

    int parent(int node) {
        return nodes.parents.get(node);
    }

    /** The node's place among its parent's children, from 0. */
    int ordinal(int node) {
        return nodes.ordinals.get(node);
    }

    int children(int node) {
        return nodes.sizes.get(node);
    }

    /** The node after this one and all below it. */
    int next(int node) {
        return nodes.nexts.get(node);
    }

    boolean isObject(int node) {
        return !isVirtual(node) && text[nodes.starts.get(node)] == '{';
    }

    boolean isArray(int node) {
        int start = nodes.starts.get(node);
        return isVirtual(node) || (text[start] == '[' && !isDone(start));
    }

    /** OpenAI's streams end with {@code [DONE]}, which is no array. */
    private boolean isDone(int start) {
        return stream && start + 1 < length && text[start + 1] == 'D';
    }

    boolean isContainer(int node) {
        return isObject(node) || isArray(node);
    }

    boolean isString(int node) {
        return !isVirtual(node) && text[nodes.starts.get(node)] == '"';
    }

    private boolean isVirtual(int node) {
        return stream && node == 0;
    }

    /** Levels between the node and the outermost value. */
    int depth(int node) {
        int depth = 0;
        for (int at = parent(node); at != NONE; at = parent(at)) depth++;
        return depth;
    }

    /** The last node whose row begins at or before the position. */
    int at(int position) {
        int low = 0;
        int high = nodes.count() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (rowFrom(middle) <= position) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /** The path of a node, such as {@code messages[3].content[0]}. */
    String path(int node) {
        if (parent(node) == NONE) return "";
        String above = path(parent(node));
        if (isArray(parent(node))) return above + "[" + ordinal(node) + "]";
        String name =
                new String(text, key(node) + 1, keyEnd(node) - key(node) - 2, java.nio.charset.StandardCharsets.UTF_8);
        if (!JsonLocator.isPlain(name)) return above + "[\"" + name + "\"]";
        return above.isEmpty() ? name : above + "." + name;
    }
}
