package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawDocument;
import dev.sightglass.engine.codec.json.RawObject;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.OtherField;
import dev.sightglass.engine.model.message.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests of the Messages API. One instance is shared by all threads: it remembers messages and tools by their bytes,
 * so that a conversation sent again and again is parsed only where it has grown.
 */
public final class MessagesCodec {
    private static final Set<String> ARRAYS = Set.of("messages", "tools", "system");
    private static final long MESSAGES_BYTES = 48L << 20;
    private static final long OTHER_BYTES = 8L << 20;

    private final Interner<Message> messages = new Interner<>(MESSAGES_BYTES);
    private final Interner<Tool> tools = new Interner<>(OTHER_BYTES);
    private final Interner<ContentBlock> system = new Interner<>(OTHER_BYTES);

    /**
     * Reads the body of {@code POST /v1/messages} or {@code .../count_tokens}.
     *
     * @param raw kept by the result; must not change afterwards
     * @throws MalformedRequest naming the field, or the line and column
     */
    public MessagesRequest read(byte[] raw) throws MalformedRequest {
        try {
            return request(raw, RawDocument.read(raw, ARRAYS));
        } catch (MalformedJson e) {
            throw new MalformedRequest(e.reason());
        }
    }

    private MessagesRequest request(byte[] raw, RawDocument document) throws MalformedJson {
        RawObject fields = document.fields();
        String model = fields.require("model").string();
        List<OtherField> other = new ArrayList<>();
        RequestOptions options = OptionsParser.options(fields, other);
        boolean stream = fields.bool("stream", false);
        @Nullable Integer maxTokens = maxTokens(fields);
        List<ContentBlock> systemBlocks = system(document);
        List<Message> conversation = messages(document);
        List<Tool> offered = tools(document);
        other.addAll(BlockParser.others(fields));
        return new MessagesRequest(raw, model, stream, maxTokens, systemBlocks, conversation, offered, options, other);
    }

    private static @Nullable Integer maxTokens(RawObject fields) throws MalformedJson {
        RawValue value = fields.takePresent("max_tokens");
        if (value == null) return null;
        int maxTokens = value.integer();
        if (maxTokens < 1) throw value.wrong("greater than or equal to 1");
        return maxTokens;
    }

    private List<Message> messages(RawDocument document) throws MalformedJson {
        RawValue value = document.fields().require("messages");
        if (!value.isArray()) throw value.wrong("an array");
        List<RawValue> slices = document.elements("messages");
        if (slices.isEmpty()) throw new MalformedJson("messages: at least one message is required");
        List<Message> conversation = new ArrayList<>(slices.size());
        for (RawValue slice : slices) conversation.add(messages.get(slice, PartParser::message));
        return conversation;
    }

    private List<Tool> tools(RawDocument document) throws MalformedJson {
        RawValue value = document.fields().takePresent("tools");
        if (value == null) return List.of();
        if (!value.isArray()) throw value.wrong("an array");
        List<Tool> offered = new ArrayList<>();
        for (RawValue slice : document.elements("tools")) offered.add(tools.get(slice, PartParser::tool));
        return offered;
    }

    private List<ContentBlock> system(RawDocument document) throws MalformedJson {
        RawValue value = document.fields().takePresent("system");
        if (value == null) return List.of();
        if (value.isString()) return List.of(system.get(value, BlockParser::text));
        if (!value.isArray()) throw value.wrong("a string or an array of text blocks");
        List<ContentBlock> blocks = new ArrayList<>();
        for (RawValue slice : document.elements("system")) blocks.add(system.get(slice, BlockParser::block));
        return blocks;
    }
}
