package dev.sightglass.engine.capture;

import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Headers;
import org.jspecify.annotations.Nullable;

/** Who sent a request, by its headers. */
final class ClientInfos {
    private ClientInfos() {}

    static ClientInfo of(String address, Headers headers) {
        return new ClientInfo(
                address,
                value(headers, "user-agent"),
                value(headers, "x-claude-code-session-id"),
                value(headers, "x-claude-code-agent-id"),
                value(headers, "x-claude-code-parent-agent-id"),
                value(headers, "x-claude-code-agent-type"),
                value(headers, "x-claude-code-prompt-id"),
                value(headers, "x-claude-code-request-class"));
    }

    /** The same client; its session from the request's body when no header named one. */
    static ClientInfo withSession(ClientInfo client, @Nullable String sessionId) {
        if (client.sessionId() != null || sessionId == null) return client;
        return new ClientInfo(
                client.address(),
                client.userAgent(),
                sessionId,
                client.agentId(),
                client.parentAgentId(),
                client.agentType(),
                client.promptId(),
                client.requestClass());
    }

    private static @Nullable String value(Headers headers, String name) {
        return headers.first(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }
}
