package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.messages.MessageStreamWriter;
import dev.sightglass.engine.upstream.azure.AnswerLog;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The items of a streamed response by their place in the output. The first one that is not whole is relayed as it comes, the
 * ones behind it wait, since blocks of the Messages API never overlap. One thread.
 */
final class OutputItems {
    private final TreeMap<Integer, OutputItem> open = new TreeMap<>();
    private final MessageStreamWriter writer;
    private final Map<String, String> names;
    private final AnswerLog log;
    private int nextNew;

    OutputItems(MessageStreamWriter writer, Map<String, String> names, AnswerLog log) {
        this.writer = writer;
        this.names = names;
        this.log = log;
    }

    void added(int index, JsonNode item) {
        if (index < nextNew) return;
        nextNew = index + 1;
        OutputItem added = new OutputItem(item, "output[" + index + "]");
        if (!added.known())
            log.notes.dropped(
                    "output[" + index + "]",
                    "the Messages API has nothing like " + item.path("type").asString("it"));
        open.put(index, added);
        flush();
    }

    void piece(int index, String text) {
        OutputItem item = open.get(index);
        if (item == null) return;
        item.add(text);
        flush();
    }

    /** Takes a whole text, unless pieces of it came before. */
    void whole(int index, String text) {
        OutputItem item = open.get(index);
        if (item != null && !item.anyPiece()) piece(index, text);
    }

    /** Summaries of reasoning come in parts, which stand apart. */
    void nextPart(int index) {
        OutputItem item = open.get(index);
        if (item != null && item.anyPiece()) piece(index, "\n\n");
    }

    void done(int index, JsonNode item) {
        added(index, item);
        OutputItem known = open.get(index);
        if (known == null) return;
        known.finish(item);
        flush();
    }

    /** Ends all items, with what the finished response says of those that were never told one by one. */
    void finish(JsonNode output) {
        for (int i = nextNew; i < output.size(); i++) done(i, output.get(i));
        open.values().forEach(OutputItem::finish);
        flush();
    }

    private void flush() {
        while (!open.isEmpty()) {
            OutputItem first = open.firstEntry().getValue();
            first.write(writer, names, log);
            if (!first.done()) return;
            open.pollFirstEntry();
        }
    }
}
