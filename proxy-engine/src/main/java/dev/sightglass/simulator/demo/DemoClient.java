package dev.sightglass.simulator.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends requests to a proxy as Claude Code does, with its headers. Thread-safe. */
final class DemoClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String baseUrl;
    private final String sessionId;

    DemoClient(URI proxyBase, String sessionId) {
        String text = proxyBase.toString();
        this.baseUrl = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.sessionId = sessionId;
    }

    /**
     * Streams an answer.
     *
     * @param agentId the sub-agent that asks; null for the main conversation
     * @param maxEvents the client leaves after this many events
     */
    DemoAnswer stream(JsonNode body, @Nullable String agentId, int maxEvents) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response =
                http.send(request("/v1/messages?beta=true", body, agentId, 0), HttpResponse.BodyHandlers.ofLines());
        DemoAnswer answer = new DemoAnswer();
        try (Stream<String> lines = response.body()) {
            Iterator<String> iterator = lines.iterator();
            while (answer.events() < maxEvents && !answer.isEnded() && iterator.hasNext()) {
                answer.read(iterator.next());
            }
        } catch (UncheckedIOException e) {
            // Lines have no other way to say that the wait for the next one was interrupted.
            IOException failure = Objects.requireNonNull(e.getCause());
            if (failure.getCause() instanceof InterruptedException interrupted) throw interrupted;
            throw failure;
        }
        return answer;
    }

    /** Sends a request whose answer is a single document; returns its status. */
    int send(String path, JsonNode body, int retry) throws IOException, InterruptedException {
        return http.send(request(path, body, null, retry), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest request(String path, JsonNode body, @Nullable String agentId, int retry) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(LIMIT)
                .header("accept", "application/json")
                .header("content-type", "application/json")
                .header("user-agent", "claude-cli/2.1.330 (external, cli)")
                .header("x-app", "cli")
                .header("x-api-key", "x")
                .header("anthropic-version", "2023-06-01")
                .header(
                        "anthropic-beta",
                        "claude-code-20250219,interleaved-thinking-2025-05-14,context-management-2025-06-27,effort-2025-11-24")
                .header("X-Claude-Code-Session-Id", sessionId)
                .header("X-Stainless-Retry-Count", Integer.toString(retry))
                .header("X-Stainless-Timeout", "600");
        if (agentId != null) {
            request.header("x-claude-code-agent-id", agentId).header("x-claude-code-agent-type", "Explore");
        }
        return request.POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }
}
