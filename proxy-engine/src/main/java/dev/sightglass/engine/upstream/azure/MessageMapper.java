package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.message.Message;

/** Translates single messages for one API. Pure. */
public interface MessageMapper {
    MessageFragment map(Message message);

    /** What answers a call that was never answered. */
    byte[] noResult(String toolUseId);
}
