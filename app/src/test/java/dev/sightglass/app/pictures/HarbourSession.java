package dev.sightglass.app.pictures;

import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.AnswerScript;
import dev.sightglass.simulator.answer.Ending;
import dev.sightglass.simulator.answer.Pace;
import dev.sightglass.simulator.answer.Pieces;
import dev.sightglass.simulator.answer.RequestView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session of Claude Code as a day's work makes them, with two sub-agents: {@code harbour-session.json} holds what was said. Each
 * answer of it is asked for with all that came before, and the simulator gives just that answer.
 */
final class HarbourSession {
    static final String ID = "3c8e1a52-6d0f-4b7e-9a41-5f2b0c7d8e90";
    private static final Pace PACE = new Pace(Duration.ofMillis(420), Duration.ofMillis(9));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonNode session = read();
    private final URI base;

    HarbourSession(URI base) {
        this.base = base;
    }

    private static JsonNode read() {
        try (InputStream in = HarbourSession.class.getResourceAsStream("harbour-session.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Holds the whole session; the agents work at the side. */
    void hold() throws Exception {
        JsonNode agents = session.path("agents");
        List<CompletableFuture<Void>> aside = new ArrayList<>();
        List<Integer> turns = answers(messages());
        for (int i = 0; i < turns.size(); i++) {
            if (i == 1 || i == 3) aside.add(start(agents.path(i / 2)));
            send(messages(), turns.get(i), null);
        }
        for (CompletableFuture<Void> agent : aside) agent.join();
    }

    private CompletableFuture<Void> start(JsonNode agent) {
        return CompletableFuture.runAsync(() -> {
            for (int end : answers(agent.path("messages"))) send(agent.path("messages"), end, agent);
        });
    }

    private JsonNode messages() {
        return session.path("messages");
    }

    /** Another prompt at the end of the session; gives the answer's status. */
    CompletableFuture<Integer> ask(String prompt) {
        ArrayNode all = (ArrayNode) messages().deepCopy();
        ObjectNode results = all.addObject().put("role", "user");
        ArrayNode content = results.putArray("content");
        for (JsonNode block : messages().path(messages().size() - 1).path("content"))
            if (block.path("type").asString().equals("tool_use"))
                content.addObject()
                        .put("type", "tool_result")
                        .put("tool_use_id", block.path("id").asString())
                        .put("content", "The list of tasks has been changed.");
        content.addObject().put("type", "text").put("text", prompt);
        return http.sendAsync(request(body(all, all.size()), null), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }

    /** Bytes in place of a request. */
    void sendRaw(String body) throws IOException, InterruptedException {
        http.send(request(body, null), HttpResponse.BodyHandlers.discarding());
    }

    private void send(JsonNode all, int end, @Nullable JsonNode agent) {
        try {
            http.send(request(body(all, end), agent), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String body(JsonNode all, int end) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("model", "gpt-4.1")
                .put("max_tokens", 32_000)
                .put("stream", true);
        ArrayNode system = body.putArray("system");
        session.path("system")
                .forEach(text -> system.addObject().put("type", "text").put("text", text.asString()));
        body.set("tools", session.path("tools"));
        body.putObject("metadata")
                .put("user_id", "{\"device_id\":\"" + "0".repeat(64) + "\",\"session_id\":\"" + ID + "\"}");
        body.putObject("thinking").put("type", "adaptive");
        body.putObject("output_config").put("effort", "high");
        ArrayNode messages = body.putArray("messages");
        for (int i = 0; i < end; i++) messages.add(all.path(i));
        return body.toString();
    }

    private HttpRequest request(String body, @Nullable JsonNode agent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/v1/messages?beta=true"))
                .timeout(Duration.ofSeconds(30))
                .header("accept", "application/json")
                .header("content-type", "application/json")
                .header("user-agent", "claude-cli/2.1.330 (external, cli)")
                .header("x-app", "cli")
                .header("x-api-key", "x")
                .header("anthropic-version", "2023-06-01")
                .header("anthropic-beta", "claude-code-20250219,interleaved-thinking-2025-05-14,effort-2025-11-24")
                .header("x-claude-code-session-id", ID);
        if (agent != null)
            request.header("x-claude-code-agent-id", agent.path("id").asString())
                    .header("x-claude-code-agent-type", agent.path("type").asString());
        return request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private static List<Integer> answers(JsonNode messages) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++)
            if (messages.path(i).path("role").asString().equals("assistant")) indexes.add(i);
        return indexes;
    }

    // ---- What the simulator answers

    /** The answers of this session; what is not asked in it goes to {@code otherwise}. */
    AnswerScript script(AnswerScript otherwise) {
        return request -> {
            AnswerPlan plan = plan(request, messages());
            for (JsonNode agent : session.path("agents"))
                if (plan == null) plan = plan(request, agent.path("messages"));
            return plan == null ? otherwise.answer(request) : plan.withPace(PACE);
        };
    }

    private static @Nullable AnswerPlan plan(RequestView request, JsonNode messages) {
        JsonNode first = messages.path(0).path("content");
        String opening = first.path(first.size() - 1).path("text").asString();
        List<JsonNode> asked = request.body().path("messages").valueStream().toList();
        boolean ours = asked.stream()
                .filter(message -> message.path("role").asString().equals("user"))
                .findFirst()
                .filter(message -> message.toString().contains(opening))
                .isPresent();
        long answered = asked.stream()
                .filter(message -> message.path("role").asString().equals("assistant"))
                .count();
        List<Integer> answers = answers(messages);
        if (!ours || answered >= answers.size()) return null;
        return plan(messages.path(answers.get((int) answered)).path("content"));
    }

    private static AnswerPlan plan(JsonNode content) {
        List<AnswerPart> parts = new ArrayList<>();
        for (JsonNode block : content)
            switch (block.path("type").asString()) {
                case "text" ->
                    parts.add(
                            new AnswerPart.Text(Pieces.words(block.path("text").asString())));
                case "tool_use" ->
                    parts.add(new AnswerPart.ToolCall(
                            block.path("id").asString(),
                            block.path("name").asString(),
                            Pieces.ofSize(block.path("input").toString(), 24)));
                default -> {
                    // Chat Completions does not show what the model thought.
                }
            }
        return new AnswerPlan(parts, Ending.NATURAL, null, PACE);
    }
}
