package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.engine.detail.Conversation;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the panel shows it.
 *
 * @param problem what to say when there is nothing to show
 * @param continues whether an earlier request of the same agent is known
 */
record ConversationLoad(List<LaidBlock> blocks, String summary, String problem, boolean continues) {
    static final ConversationLoad NONE = new ConversationLoad(List.of(), "", "", false);

    /** Reads the conversation of an exchange; not on the FX thread. What is unchanged is taken from what was shown before. */
    static ConversationLoad of(ExchangeDetails details, ExchangeSummary summary, ConversationLoad shown) {
        Exchange found = details.find(summary).orElseThrow();
        Conversation conversation = details.conversation(found);
        Conversation before = details.predecessor(summary)
                .flatMap(details::find)
                .map(details::conversation)
                .filter(one -> one.problem() == null)
                .orElse(null);
        List<LaidBlock> blocks = LaidBlock.of(ConversationModel.of(conversation, before, summary), shown.blocks());
        return new ConversationLoad(
                blocks, words(blocks, conversation, before), nothing(summary, conversation), before != null);
    }

    private static String words(List<LaidBlock> blocks, Conversation conversation, @Nullable Conversation before) {
        if (conversation.problem() != null) return text("inspector.conversation.unreadable", conversation.problem());
        long fresh = blocks.stream().filter(block -> block.item().fresh()).count();
        return before == null
                ? text("inspector.conversation.first", blocks.size())
                : text("inspector.conversation.summary", blocks.size(), fresh);
    }

    private static String nothing(ExchangeSummary summary, Conversation conversation) {
        if (conversation.bytes() == 0 && summary.inFlight()) return text("inspector.conversation.arriving");
        return conversation.problem() == null
                ? text("inspector.conversation.nothing")
                : text("inspector.conversation.unreadable", conversation.problem());
    }

    /**
     * The first block that the request before did not hold, or null. What was said comes before tools and system prompt, which
     * stand at the top also when they are new.
     */
    @Nullable
    String firstFresh() {
        List<Item> fresh =
                blocks.stream().map(LaidBlock::item).filter(Item::fresh).toList();
        return fresh.stream()
                .filter(item -> !item.setUp())
                .findFirst()
                .or(() -> fresh.stream().findFirst())
                .map(Item::id)
                .orElse(null);
    }

    /** Whether what is new is what one wants to see first: not in the first request, where all is new. */
    boolean goesToFresh() {
        return continues && firstFresh() != null;
    }

    /** Whether a row is folded away as long as its block is not open. */
    boolean hides(Row.RowKey key) {
        return blocks.stream()
                .filter(block -> block.item().id().equals(key.item()))
                .anyMatch(block -> block.hides(key));
    }

    /**
     * The rows on show.
     *
     * @param toggled blocks that are otherwise than the rest
     * @param all whether the rest is open
     */
    List<Row> rows(Set<String> toggled, boolean all) {
        List<Row> rows = new ArrayList<>();
        boolean old = true;
        boolean sent = true;
        for (LaidBlock block : blocks) {
            Item item = block.item();
            if (sent && item.answered()) rows.add(divider(item, false));
            else if (old && item.fresh() && !item.setUp()) rows.add(divider(item, true));
            old = old && (!item.fresh() || item.setUp());
            sent = sent && !item.answered();
            block.addTo(rows, all != toggled.contains(item.id()));
        }
        return rows;
    }

    private static Row divider(Item item, boolean news) {
        Row.Edge edge = new Row.Edge(item.speaker(), item.fresh());
        return new Row.Divider(
                new Row.RowKey(item.id(), Row.Divider.INDEX),
                edge,
                text(news ? "inspector.conversation.fresh" : "inspector.conversation.answer"),
                news);
    }
}
