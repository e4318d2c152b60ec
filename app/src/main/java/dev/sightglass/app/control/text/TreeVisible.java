package dev.sightglass.app.control.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the numbers of the rows of a tree that are not folded away. */
final class TreeVisible {
    private final List<TreePart> parts;
    private final BitSet open;
    private int[] numbers = new int[64];
    private int count;

    private TreeVisible(List<TreePart> parts, BitSet open) {
        this.parts = parts;
        this.open = open;
    }

    /** @param parts the text's values first, then the strings that were opened */
    static int[] rows(List<TreePart> parts, BitSet open) {
        TreeVisible rows = new TreeVisible(parts, open);
        TreePart.Values main = (TreePart.Values) parts.getFirst();
        rows.values(main, main.first(), main.size());
        return Arrays.copyOf(rows.numbers, rows.count);
    }

    /** The part that came of the opened string with this number, or null. */
    static @Nullable TreePart openedString(List<TreePart> parts, int number) {
        for (int i = 1; i < parts.size(); i++) if (parts.get(i).host() == number) return parts.get(i);
        return null;
    }

    private void values(TreePart.Values part, int from, int to) {
        int node = from;
        while (node < to) {
            add(part.base() + node);
            boolean opened = open.get(part.base() + node);
            if (opened) opened(part.base() + node);
            node = opened ? node + 1 : part.tree().next(node);
        }
    }

    private void opened(int number) {
        switch (openedString(parts, number)) {
            case TreePart.Values values -> values(values, values.first(), values.size());
            case TreePart.Lines lines -> {
                for (int i = 0; i < lines.size(); i++) add(lines.base() + i);
            }
            case null -> {}
        }
    }

    private void add(int number) {
        if (count == numbers.length) numbers = Arrays.copyOf(numbers, count * 2);
        numbers[count++] = number;
    }
}
