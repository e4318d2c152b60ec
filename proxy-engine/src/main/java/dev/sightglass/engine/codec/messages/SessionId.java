package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import org.jspecify.annotations.Nullable;

/** Finds the session in {@code metadata.user_id}, in both forms that Claude Code has used. */
final class SessionId {
    private static final String OLDER_MARK = "_session_";

    private SessionId() {}

    /** @param userId a JSON text with {@code session_id}, or {@code user_..._session_UUID} */
    static @Nullable String in(@Nullable String userId) {
        if (userId == null) return null;
        if (userId.startsWith("{")) return inJson(userId);
        int mark = userId.lastIndexOf(OLDER_MARK);
        String session = mark < 0 ? "" : userId.substring(mark + OLDER_MARK.length());
        return session.isEmpty() ? null : session;
    }

    private static @Nullable String inJson(String userId) {
        try {
            String session = Json.tree(userId).path("session_id").asString("");
            return session.isEmpty() ? null : session;
        } catch (MalformedJson _) {
            return null; // a free text that happens to start with a brace names no session
        }
    }
}
