package dev.sightglass.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as its headers and metadata say.
 *
 * @param address the client's IP address
 * @param userAgent such as {@code claude-cli/2.1.330 (external, cli)}
 * @param sessionId {@code X-Claude-Code-Session-Id}, or the session in {@code metadata.user_id}
 * @param agentId {@code x-claude-code-agent-id}; null for the main agent
 * @param parentAgentId {@code x-claude-code-parent-agent-id}
 * @param agentType {@code x-claude-code-agent-type}
 * @param promptId {@code x-claude-code-prompt-id}
 * @param requestClass {@code x-claude-code-request-class}
 */
public record ClientInfo(
        String address,
        @Nullable String userAgent,
        @Nullable String sessionId,
        @Nullable String agentId,
        @Nullable String parentAgentId,
        @Nullable String agentType,
        @Nullable String promptId,
        @Nullable String requestClass) {
    public static final ClientInfo UNKNOWN = new ClientInfo("", null, null, null, null, null, null, null);
}
