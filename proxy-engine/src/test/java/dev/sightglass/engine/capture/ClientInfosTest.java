package dev.sightglass.engine.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Headers;
import org.junit.jupiter.api.Test;

class ClientInfosTest {
    @Test
    void sessionAndAgentsAreReadFromTheClientsHeaders() {
        ClientInfo client = ClientInfos.of(
                "127.0.0.1",
                Headers.of(
                        "User-Agent", "claude-cli/2.1.330 (external, cli)",
                        "X-Claude-Code-Session-Id", "s-1",
                        "x-claude-code-agent-id", "a2",
                        "x-claude-code-parent-agent-id", "a1",
                        "x-claude-code-agent-type", "Explore",
                        "x-claude-code-prompt-id", "p-1",
                        "x-claude-code-request-class", "main"));

        assertThat(client)
                .isEqualTo(new ClientInfo(
                        "127.0.0.1",
                        "claude-cli/2.1.330 (external, cli)",
                        "s-1",
                        "a2",
                        "a1",
                        "Explore",
                        "p-1",
                        "main"));
    }

    @Test
    void theSessionOfTheMetadataCountsOnlyWhereNoHeaderNamesOne() {
        ClientInfo named = ClientInfos.of("127.0.0.1", Headers.of("X-Claude-Code-Session-Id", "s-1"));
        ClientInfo unnamed = ClientInfos.of("127.0.0.1", Headers.of("X-Claude-Code-Session-Id", "  "));

        assertThat(ClientInfos.withSession(named, "s-2").sessionId()).isEqualTo("s-1");
        assertThat(ClientInfos.withSession(unnamed, "s-2").sessionId()).isEqualTo("s-2");
        assertThat(ClientInfos.withSession(unnamed, null).sessionId()).isNull();
    }
}
