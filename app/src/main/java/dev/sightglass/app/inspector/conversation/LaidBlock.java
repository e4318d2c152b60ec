package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.inspector.conversation.Item.Speaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A block with all its rows, the heading first.
 *
 * @param folded how many of them are shown while it is folded; all when it is short
 */
record LaidBlock(Item item, List<Row> rows, int folded) {
    private static final int CHARACTERS_A_LINE = 110;
    /** So much more than is shown folded has to be there that folding is worth the click. */
    private static final int WORTH_FOLDING = 4;

    static LaidBlock of(Item item) {
        List<Row> rows = BlockRows.of(item);
        return new LaidBlock(item, rows, folded(rows, lines(item.speaker())));
    }

    /** The blocks of these items; those of the items that have not changed are taken over. */
    static List<LaidBlock> of(List<Item> items, List<LaidBlock> before) {
        Map<String, LaidBlock> known = new HashMap<>();
        for (LaidBlock block : before) known.put(block.item().id(), block);
        List<LaidBlock> laid = new ArrayList<>(items.size());
        for (Item item : items) {
            LaidBlock old = known.get(item.id());
            laid.add(old != null && old.item().equals(item) ? old : of(item));
        }
        return List.copyOf(laid);
    }

    private static int lines(Speaker speaker) {
        return switch (speaker) {
            case TOOLS -> 0;
            case SYSTEM, INJECTED -> 1;
            case THINKING -> 6;
            case RESULT -> 10;
            case USER, ASSISTANT, CALL, ENDING -> 24;
        };
    }

    private static int folded(List<Row> rows, int most) {
        int shown = 1;
        int lines = 0;
        while (shown < rows.size() && lines < most) lines += linesOf(rows.get(shown++));
        int rest = 0;
        for (int i = shown; i < rows.size() && rest <= WORTH_FOLDING; i++) rest += linesOf(rows.get(i));
        return rest <= WORTH_FOLDING ? rows.size() : shown;
    }

    private static int linesOf(Row row) {
        String text = row.text();
        return row instanceof Row.Picture ? 8 : text == null ? 1 : 1 + text.length() / CHARACTERS_A_LINE;
    }

    boolean foldable() {
        return folded < rows.size();
    }

    /** The rows on show. */
    void addTo(List<Row> shown, boolean open) {
        shown.addAll(open ? rows : rows.subList(0, folded));
        if (foldable()) shown.add(more(open));
        boolean tight = item.speaker() == Speaker.CALL && item.partner() != null;
        shown.add(new Row.Foot(new Row.RowKey(item.id(), -2), rows.getFirst().edge(), tight));
    }

    private Row.More more(boolean open) {
        long characters = 0;
        for (Row row : rows.subList(folded, rows.size())) {
            String text = row.text();
            characters += text == null ? 0 : text.length() + 1;
        }
        return new Row.More(
                new Row.RowKey(item.id(), -1),
                rows.getFirst().edge(),
                item.id(),
                open,
                rows.size() - folded,
                characters);
    }

    /** Whether a row is folded away while the block is not open. */
    boolean hides(Row.RowKey key) {
        return key.index() >= folded;
    }
}
