package dev.sightglass.app.control.text;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.DisplayRow.Kind;
import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.format.Human;
import java.util.Arrays;

/** Draws one row of a tree: key, value by its type; of a folded value its beginning, count and size. */
final class TreeLine {
    /** Of a string in one row; longer ones can be opened. */
    private static final int SHOWN = 160;

    private static final int PREVIEW = 80;
    private static final int MANY = 8;
    private static final int SMALL = 72;

    private final TreePart.Values part;
    private final JsonTree tree;
    private final int node;
    private final boolean open;
    private final RowBuilder out;

    private TreeLine(TreePart.Values part, int node, boolean open) {
        this.part = part;
        this.tree = part.tree();
        this.node = node;
        this.open = open;
        this.out = new RowBuilder(part.places());
    }

    static DisplayRow ofLine(TreePart.Lines lines, int row) {
        RowBuilder out = new RowBuilder(lines.places());
        out.add(" ".repeat(lines.indent() + 2), Kind.PLAIN, lines.starts()[row]);
        out.add(new RowDecoder(lines.text(), lines.starts()[row], lines.to(row), true), Kind.STRING);
        return out.row(Fold.NONE, Tone.PLAIN, lines.indent(), lines.to(row));
    }

    static DisplayRow ofValue(TreePart.Values part, int node, boolean open) {
        return new TreeLine(part, node, open).build();
    }

    /** Whether a string does not fit into its row, or has lines. */
    static boolean isLong(JsonTree tree, int node) {
        int from = tree.from(node);
        int to = tree.to(node);
        if (to - from > SHOWN) return true;
        if (to - from > 8 && OpenedString.mayBeJson(tree.text(), from, to)) return true;
        int at = from + 1;
        while (at + 1 < to - 1) {
            boolean escape = tree.text()[at] == '\\';
            if (escape && tree.text()[at + 1] == 'n') return true;
            at += escape ? 2 : 1;
        }
        return false;
    }

    /** The byte after the part of a string that its row shows. */
    static int shownTo(JsonTree tree, int node) {
        int at = tree.from(node) + 1;
        int end = tree.to(node) - 1;
        for (int column = 0; at < end && column < SHOWN; column++) {
            boolean escape = tree.text()[at] == '\\';
            at += escape ? JsonScanner.escapeLength(tree.text(), at, end) : Utf8.length(tree.text(), at, end);
        }
        return Math.min(at, end);
    }

    private DisplayRow build() {
        int indent = part.indentOf(node);
        int start = tree.rowFrom(node);
        out.add(" ".repeat(indent + 2), Kind.PLAIN, start);
        label(start);
        int end = tree.to(node);
        if (tree.isContainer(node)) container();
        else if (tree.isString(node)) string();
        else out.add(new RowDecoder(tree.text(), tree.from(node), Math.min(end, tree.from(node) + SHOWN)), scalar());
        return out.row(fold(), Tone.PLAIN, indent, open ? tree.from(node) + 1 : end);
    }

    private Fold fold() {
        boolean foldable = tree.isContainer(node) ? tree.children(node) > 0 : tree.isString(node) && isLong(tree, node);
        if (!foldable) return Fold.NONE;
        return open ? Fold.OPEN : Fold.CLOSED;
    }

    private void label(int start) {
        int parent = tree.parent(node);
        if (parent == JsonTree.NONE) return;
        int key = tree.key(node);
        if (tree.isArray(parent)) {
            String number = Integer.toString(tree.ordinal(node));
            boolean event = tree.isStream() && parent == 0;
            int digits = event ? Integer.toString(tree.children(parent) - 1).length() : 0;
            out.add(" ".repeat(Math.max(0, digits - number.length())) + number, Kind.PUNCTUATION, start);
            if (key != JsonTree.NONE) {
                out.add("  ", Kind.PLAIN, start);
                out.add(new RowDecoder(tree.text(), key, tree.keyEnd(node)), Kind.LITERAL);
                out.add("  ", Kind.PLAIN, tree.keyEnd(node));
                return;
            }
        } else {
            out.add(new RowDecoder(tree.text(), key + 1, tree.keyEnd(node) - 1), Kind.KEY);
        }
        out.add(": ", Kind.PUNCTUATION, key == JsonTree.NONE ? start : tree.keyEnd(node));
    }

    private Kind scalar() {
        byte first = tree.text()[tree.from(node)];
        if (first == '-' || (first >= '0' && first <= '9')) return Kind.NUMBER;
        return first == 't' || first == 'f' || first == 'n' ? Kind.LITERAL : Kind.PLAIN;
    }

    private void container() {
        int from = tree.from(node);
        int after = open ? from + 1 : tree.to(node);
        boolean object = tree.isObject(node);
        int children = tree.children(node);
        if (children == 0) {
            out.add(object ? "{}" : "[]", Kind.PUNCTUATION, from);
            return;
        }
        if (!open && previews(node)) {
            out.add(preview(node, PREVIEW), Kind.COMMENT, from, after);
            out.add("  ", Kind.PLAIN, after);
        }
        String count = count(object, children);
        out.add(object ? "{" : "[", Kind.PUNCTUATION, open ? from : after);
        out.add(count, Kind.COMMENT, after);
        out.add(object ? "}" : "]", Kind.PUNCTUATION, after);
        out.add("  " + Human.bytes(tree.to(node) - from), Kind.COMMENT, after);
    }

    private static String count(boolean object, int children) {
        if (children == 1) return text(object ? "tree.key" : "tree.item");
        return text(object ? "tree.keys" : "tree.items", Human.exact((long) children));
    }

    private boolean previews(int container) {
        if (tree.isObject(container)) return true;
        if (tree.children(container) > MANY) return false;
        for (int child = container + 1; child < tree.next(container); child = tree.next(child))
            if (tree.isContainer(child)) return false;
        return true;
    }

    private String preview(int container, int room) {
        boolean object = tree.isObject(container);
        StringBuilder words = new StringBuilder(object ? "{" : "[");
        for (int child = container + 1; child < tree.next(container); child = tree.next(child)) {
            if (object && repeatsEventName(child)) continue;
            if (words.length() > 1) words.append(", ");
            if (words.length() > room) {
                words.append('…');
                break;
            }
            if (object)
                words.append(shortened(tree.key(child) + 1, tree.keyEnd(child) - 1, 24))
                        .append(": ");
            words.append(tree.isContainer(child) ? brief(child) : shortened(tree.from(child), tree.to(child), 36));
        }
        return words.append(object ? '}' : ']').toString();
    }

    /** A stream event says its name twice: before its data and as their type. */
    private boolean repeatsEventName(int child) {
        int event = tree.parent(child);
        int length = tree.to(child) - tree.from(child) - 2;
        if (!tree.isStream() || tree.parent(event) != 0 || tree.key(event) == JsonTree.NONE || length <= 0)
            return false;
        int name = tree.key(event);
        return Arrays.equals(
                tree.text(), tree.from(child) + 1, tree.to(child) - 1, tree.text(), name, tree.keyEnd(event));
    }

    /** What is small is shown whole. */
    private String brief(int child) {
        boolean object = tree.isObject(child);
        if (tree.children(child) == 0) return object ? "{}" : "[]";
        boolean small = tree.to(child) - tree.from(child) <= SMALL;
        if (small) return preview(child, SMALL);
        return object ? "{…}" : "[" + tree.children(child) + "]";
    }

    private String shortened(int from, int to, int room) {
        if (to - from <= room) return new RowDecoder(tree.text(), from, to).text.toString();
        int cut = from + room;
        while (cut > from && (tree.text()[cut] & 0xC0) == 0x80) cut--;
        return new RowDecoder(tree.text(), from, cut).text + "…";
    }

    private void string() {
        int from = tree.from(node);
        int to = tree.to(node);
        boolean json = OpenedString.mayBeJson(tree.text(), from, to);
        if (!open) {
            int shown = shownTo(tree, node);
            boolean whole = shown == to - 1;
            out.add(new RowDecoder(tree.text(), from, whole ? to : shown), Kind.STRING);
            if (!whole) out.add("…", Kind.COMMENT, to);
        }
        if (fold() == Fold.NONE) return;
        String words = text(json ? "tree.json" : "tree.text", Human.bytes(to - from - 2));
        out.add((open ? "" : "  ") + words, Kind.COMMENT, open ? from + 1 : to);
    }
}
