package dev.sightglass.engine.credential;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.UpstreamKind;

/** How each upstream API takes a credential. */
final class KeyHeaders {
    private KeyHeaders() {}

    static Header key(UpstreamKind kind, String key) {
        return switch (kind) {
            case CHAT, RESPONSES -> new Header("api-key", key);
            case ANTHROPIC -> new Header("x-api-key", key);
        };
    }

    static Header bearer(String token) {
        return new Header("Authorization", "Bearer " + token);
    }
}
