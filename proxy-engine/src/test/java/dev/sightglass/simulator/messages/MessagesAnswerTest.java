package dev.sightglass.simulator.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.simulator.ScriptedSimulatorTest;
import dev.sightglass.simulator.SimulatorClient;
import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.fault.CutPoint;
import dev.sightglass.simulator.fault.Faults;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MessagesAnswerTest extends ScriptedSimulatorTest {
    private static final String PATH = "/anthropic/v1/messages?beta=true";
    private static final String REQUEST = """
            {"model":"claude-sonnet-4-5","max_tokens":1000,"messages":[{"role":"user","content":"Hi"}],
            "system":[{"type":"text","text":"You help.","cache_control":{"type":"ephemeral"}}],
            "tools":[{"name":"Read","input_schema":{"type":"object"}}],"metadata":{"user_id":"{}"},"stream":STREAM}""";

    @Test
    void wholeMessageCountsCachedTokensApart() throws Exception {
        answers.then(thinkingTextAndCall().withUsage(3000, 2048, 50, 10));

        HttpResponse<String> response = client.post(PATH, REQUEST.replace("STREAM", "false"));

        JsonNode message = SimulatorClient.json(response.body());
        assertThat(response.headers().firstValue("request-id")).isPresent();
        assertThat(message.path("content")
                        .valueStream()
                        .map(block -> block.path("type").asString()))
                .containsExactly("thinking", "text", "tool_use");
        assertThat(message.path("stop_reason").asString()).isEqualTo("tool_use");
        assertThat(message.at("/usage/input_tokens").asInt()).isEqualTo(952);
        assertThat(message.at("/usage/cache_read_input_tokens").asInt()).isEqualTo(2048);
    }

    @Test
    void streamFollowsTheOrderOfTheMessagesApi() throws Exception {
        answers.then(thinkingTextAndCall());

        String stream = client.post(PATH, REQUEST.replace("STREAM", "true")).body();

        List<String> names = stream.lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .distinct()
                .toList();
        assertThat(names)
                .containsExactly(
                        "message_start",
                        "content_block_start",
                        "content_block_delta",
                        "content_block_stop",
                        "ping",
                        "message_delta",
                        "message_stop");
        List<JsonNode> events = SimulatorClient.events(stream);
        assertThat(events.getFirst().at("/message/model").asString()).isEqualTo("claude-sonnet-4-5-20250929");
        assertThat(events.getLast().path("type").asString()).isEqualTo("message_stop");
        StringBuilder arguments = new StringBuilder();
        events.forEach(event -> arguments.append(event.at("/delta/partial_json").asString("")));
        assertThat(arguments).hasToString("{\"file_path\":\"a.txt\"}");
    }

    @Test
    void tokensAreCountedWithoutAnAnswer() throws Exception {
        String request = """
                {"model":"claude-haiku-4-5","messages":[{"role":"user","content":"Hi there"}]}""";

        JsonNode count = SimulatorClient.json(client.post("/anthropic/v1/messages/count_tokens?beta=true", request)
                .body());

        assertThat(count.path("input_tokens").asInt()).isPositive();
        assertThat(count.size()).isEqualTo(1);
    }

    @Test
    void systemMessagesAreTakenByNewerModels() throws Exception {
        String request = """
                {"model":"claude-opus-4-8","max_tokens":100,"thinking":{"type":"adaptive","display":"omitted"},
                "messages":[{"role":"user","content":"Hi"},{"role":"system","content":"Be brief."}]}""";

        assertThat(client.post(PATH, request).statusCode()).isEqualTo(200);
    }

    @Test
    void errorEventEndsTheStream() throws Exception {
        answers.then(AnswerPlan.text("one two three"));
        azure.next(Faults.messagesErrorEvent(CutPoint.MID_TEXT, "overloaded_error", "Overloaded"));

        String stream = client.post(PATH, REQUEST.replace("STREAM", "true")).body();

        assertThat(stream).contains("event: error").contains("Overloaded").doesNotContain("message_stop");
    }

    private static AnswerPlan thinkingTextAndCall() {
        return AnswerPlan.of(
                new AnswerPart.Reasoning(List.of("Let me", " look"), null),
                new AnswerPart.Text(List.of("Reading", " it")),
                AnswerPlan.call(null, "Read", "{\"file_path\":\"a.txt\"}"));
    }
}
