package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text as a tree: a row for each value, of which those inside folded ones are left out; a stream has a tree for each
 * event. Strings that hold JSON open as trees, long ones as lines. Positions are those of the text as received. Immutable.
 */
public final class TreeRows implements FoldingRows {
    /** Small values below the outermost one are open at the beginning. */
    private static final int SMALL = 800;

    private static final int FEW = 8;

    private final SourceText source;
    private final List<TreePart> parts;
    private final BitSet open;
    private final int[] visible;

    private TreeRows(SourceText source, List<TreePart> parts, BitSet open) {
        this.source = source;
        this.parts = parts;
        this.open = open;
        this.visible = TreeVisible.rows(parts, open);
    }

    /** The outermost value is open, and what is small inside it. Takes one pass over the text. */
    public static TreeRows of(SourceText source) {
        JsonTree tree = JsonTreeBuilder.build(source);
        BitSet open = new BitSet();
        open.set(0);
        if (!tree.isStream() && tree.isContainer(0))
            for (int node = 1; node < tree.size(); node = tree.next(node))
                if (tree.isContainer(node) && tree.children(node) <= FEW && tree.to(node) - tree.from(node) < SMALL)
                    open.set(node);
        return new TreeRows(source, List.of(new TreePart.Values(tree, 0, JsonTree.NONE, 0, null)), open);
    }

    /** Why the tree ends early, or null. */
    public @Nullable JsonFault fault() {
        return main().tree().fault();
    }

    private TreePart.Values main() {
        return (TreePart.Values) parts.getFirst();
    }

    private @Nullable TreePart openedString(int number) {
        return TreeVisible.openedString(parts, number);
    }

    private TreePart part(int number) {
        int i = parts.size() - 1;
        while (parts.get(i).base() > number) i--;
        return parts.get(i);
    }

    private int from(int number) {
        TreePart part = part(number);
        return part.from(number - part.base());
    }

    /** Whether a string is worth opening. */
    private static boolean opens(TreePart.Values part, int node) {
        return part.tree().isString(node) && TreeLine.isLong(part.tree(), node);
    }

    private boolean isOpen(TreePart.Values part, int node) {
        int number = part.base() + node;
        return open.get(number) && (!part.tree().isString(node) || openedString(number) != null);
    }

    private TreeRows with(BitSet changed) {
        return changed.equals(open) ? this : new TreeRows(source, parts, changed);
    }

    @Override
    public TreeRows toggle(int row) {
        int number = visible[row];
        if (!(part(number) instanceof TreePart.Values part)) return this;
        int node = number - part.base();
        boolean string = part.tree().isString(node);
        if (string ? !opens(part, node) : part.tree().children(node) == 0) return this;
        if (string && openedString(number) == null) return withString(part, node);
        BitSet changed = (BitSet) open.clone();
        changed.flip(number);
        return with(changed);
    }

    private TreeRows withString(TreePart.Values part, int node) {
        int base = parts.getLast().base() + parts.getLast().size();
        int indent = part.indentOf(node) + 2;
        List<TreePart> more = new ArrayList<>(parts);
        JsonTree tree = part.tree();
        more.add(OpenedString.open(
                tree.text(), tree.from(node), tree.to(node), part.places(), base, part.base() + node, indent));
        BitSet changed = (BitSet) open.clone();
        changed.set(part.base() + node);
        changed.clear(base, base + more.getLast().size());
        return new TreeRows(source, more, changed);
    }

    @Override
    public TreeRows foldAll() {
        BitSet changed = new BitSet();
        changed.set(0);
        return with(changed);
    }

    @Override
    public TreeRows unfoldAll() {
        BitSet changed = (BitSet) open.clone();
        openContainers(main(), 0, main().size(), changed);
        return with(changed);
    }

    /** These rows with a value open and every value inside it. */
    public TreeRows unfoldBelow(int row) {
        int number = visible[row];
        if (!(part(number) instanceof TreePart.Values part)) return this;
        BitSet changed = (BitSet) open.clone();
        int node = number - part.base();
        openContainers(part, node, part.tree().next(node), changed);
        return with(changed);
    }

    private static void openContainers(TreePart.Values part, int from, int to, BitSet changed) {
        for (int node = from; node < to; node++) if (part.tree().isContainer(node)) changed.set(part.base() + node);
    }

    @Override
    public boolean shows(int offset) {
        int number = visible[rowOf(offset)];
        TreePart part = part(number);
        if (part != main()) return part instanceof TreePart.Lines;
        JsonTree tree = main().tree();
        if (tree.at(offset) != number) return false;
        return !opens(main(), number) || offset <= TreeLine.shownTo(tree, number);
    }

    @Override
    public TreeRows reveal(int offset) {
        TreePart.Values part = main();
        int node = part.tree().at(offset);
        BitSet changed = (BitSet) open.clone();
        openAbove(part, node, changed);
        TreeRows shown = with(changed);
        boolean hidden = opens(part, node) && offset > TreeLine.shownTo(part.tree(), node);
        if (!hidden) return shown;
        if (shown.openedString(node) == null) shown = shown.withString(part, node);
        return shown.openedString(node) instanceof TreePart.Values inner ? shown.revealInside(inner, offset) : shown;
    }

    private TreeRows revealInside(TreePart.Values inner, int offset) {
        JsonTree tree = inner.tree();
        int node = 0;
        for (int next = 1; next < tree.size() && inner.from(next) <= offset; next++) node = next;
        BitSet changed = (BitSet) open.clone();
        changed.set(inner.host());
        for (int at = tree.parent(node); at != JsonTree.NONE; at = tree.parent(at)) changed.set(inner.base() + at);
        return with(changed);
    }

    private static void openAbove(TreePart.Values part, int node, BitSet changed) {
        for (int at = part.tree().parent(node);
                at != JsonTree.NONE;
                at = part.tree().parent(at)) changed.set(part.base() + at);
    }

    @Override
    public TreeRows foldedAs(RowSource before) {
        if (!(before instanceof TreeRows other)) return this;
        int known = Math.min(main().size(), other.main().size());
        BitSet changed = other.open.get(0, known);
        changed.set(0);
        return with(changed);
    }

    /** The row of the value that this row's value is part of; -1 at the outermost one. */
    public int parentRow(int row) {
        int number = visible[row];
        TreePart part = part(number);
        int above = part.host();
        if (part instanceof TreePart.Values values) {
            int parent = values.tree().parent(number - part.base());
            if (parent >= values.first()) above = part.base() + parent;
        }
        return above == JsonTree.NONE ? -1 : rowOf(from(above));
    }

    @Override
    public int size() {
        return visible.length;
    }

    @Override
    public DisplayRow row(int index) {
        int number = visible[index];
        return switch (part(number)) {
            case TreePart.Lines lines -> TreeLine.ofLine(lines, number - lines.base());
            case TreePart.Values values -> {
                int node = number - values.base();
                yield TreeLine.ofValue(values, node, isOpen(values, node));
            }
        };
    }

    @Override
    public int rowOf(int offset) {
        int low = 0;
        int high = Math.max(0, visible.length - 1);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (from(visible[middle]) <= offset) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    @Override
    public int startOf(int row) {
        return from(visible[row]);
    }

    @Override
    public int endOf(int row) {
        int number = visible[row];
        return switch (part(number)) {
            case TreePart.Lines lines -> lines.place(lines.to(number - lines.base()));
            case TreePart.Values values -> {
                int node = number - values.base();
                int from = values.tree().from(node);
                yield isOpen(values, node)
                        ? values.place(from) + 1
                        : values.place(values.tree().to(node));
            }
        };
    }

    @Override
    public int columns() {
        return 0;
    }

    @Override
    public String copy(int from, int to) {
        int end = Math.min(to, source.length());
        String written = new String(source.bytes(), from, Math.max(0, end - from), StandardCharsets.UTF_8);
        return isInsideOpened(from, end) ? JsonText.unquoted('"' + written + '"') : written;
    }

    /** Of an opened string what it stands for is read, so that is what is copied. */
    private boolean isInsideOpened(int from, int to) {
        int host =
                visible.length == 0 ? JsonTree.NONE : part(visible[rowOf(from)]).host();
        if (host == JsonTree.NONE || host >= main().size()) return false;
        return to < main().tree().to(host);
    }

    @Override
    public SourceText source() {
        return source;
    }

    @Override
    public @Nullable ValueAt valueAt(int offset) {
        return visible.length == 0 ? null : value(visible[rowOf(offset)]);
    }

    private ValueAt value(int number) {
        return switch (part(number)) {
            case TreePart.Lines lines -> value(lines.host());
            case TreePart.Values values -> {
                int node = number - values.base();
                JsonTree tree = values.tree();
                String path = tree.path(node);
                String whole = values.host() == JsonTree.NONE
                        ? path
                        : value(values.host()).path() + " → " + path;
                yield new ValueAt(whole, tree.text(), tree.from(node), tree.to(node));
            }
        };
    }

    @Override
    public int gutterDigits() {
        return 0;
    }
}
