package dev.sightglass.engine.upstream.azure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sightglass.engine.model.message.Message;

/**
 * Translates each message object once: the codec gives the same object for the same bytes, so a history sent again costs a
 * look-up. A fragment lives as long as its message. Safe for many threads.
 */
public final class MemoisedMapper implements MessageMapper {
    private final MessageMapper mapper;
    private final Cache<Message, MessageFragment> memo =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    public MemoisedMapper(MessageMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public MessageFragment map(Message message) {
        MessageFragment known = memo.getIfPresent(message);
        if (known != null) return known;
        MessageFragment fresh = mapper.map(message);
        memo.put(message, fresh);
        return fresh;
    }

    @Override
    public byte[] noResult(String toolUseId) {
        return mapper.noResult(toolUseId);
    }
}
