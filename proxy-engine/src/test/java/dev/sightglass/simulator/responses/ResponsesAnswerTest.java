package dev.sightglass.simulator.responses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.simulator.ScriptedSimulatorTest;
import dev.sightglass.simulator.SimulatorClient;
import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.Ending;
import dev.sightglass.simulator.fault.CutPoint;
import dev.sightglass.simulator.fault.Faults;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResponsesAnswerTest extends ScriptedSimulatorTest {
    private static final String PATH = "/openai/v1/responses";
    private static final String REQUEST = """
            {"model":"gpt-5.1-codex","store":false,"include":["reasoning.encrypted_content"],
            "input":[{"type":"message","role":"user","content":"Hi"}],
            "tools":[{"type":"function","name":"Read","strict":false,"parameters":{"type":"object",
            "properties":{"file_path":{"type":"string"}}}}]STREAM}""";

    @Test
    void wholeAnswerListsItsItemsInOrder() throws Exception {
        answers.then(reasoningTextAndCall().withUsage(2000, 1024, 90, 40));

        JsonNode body = SimulatorClient.json(
                client.post(PATH, REQUEST.replace("STREAM", "")).body());

        assertThat(body.path("status").asString()).isEqualTo("completed");
        assertThat(body.path("output")
                        .valueStream()
                        .map(item -> item.path("type").asString()))
                .containsExactly("reasoning", "message", "function_call");
        assertThat(body.at("/output/0/encrypted_content").asString()).endsWith("opaque");
        assertThat(body.at("/output/1/content/0/text").asString()).isEqualTo("Reading it");
        assertThat(body.at("/output/2/call_id").asString()).startsWith("call_");
        assertThat(body.at("/output/2/id").asString()).startsWith("fc_");
        assertThat(body.at("/usage/input_tokens_details/cached_tokens").asInt()).isEqualTo(1024);
        assertThat(body.at("/usage/output_tokens_details/reasoning_tokens").asInt())
                .isEqualTo(40);
    }

    @Test
    void streamNumbersItsEventsAndEndsWithTheWholeResponse() throws Exception {
        answers.then(reasoningTextAndCall());

        String stream =
                client.post(PATH, REQUEST.replace("STREAM", ",\"stream\":true")).body();

        List<JsonNode> events = SimulatorClient.events(stream);
        assertThat(events)
                .extracting(event -> event.path("sequence_number").asInt())
                .containsExactlyElementsOf(
                        IntStream.range(0, events.size()).boxed().toList());
        assertThat(events.getFirst().path("type").asString()).isEqualTo("response.created");
        assertThat(joined(events, "response.reasoning_summary_text.delta")).isEqualTo("Let me look");
        assertThat(joined(events, "response.output_text.delta")).isEqualTo("Reading it");
        assertThat(joined(events, "response.function_call_arguments.delta")).isEqualTo("{\"file_path\":\"a.txt\"}");
        assertThat(events.getLast().path("type").asString()).isEqualTo("response.completed");
        assertThat(events.getLast().at("/response/output").size()).isEqualTo(3);
        assertThat(stream).doesNotContain("[DONE]").contains("event: response.output_text.delta\ndata: ");
    }

    @Test
    void limitAndFilterMakeTheResponseIncomplete() throws Exception {
        answers.then(AnswerPlan.text("cut").withEnding(Ending.LENGTH));
        answers.then(AnswerPlan.text("cut").withEnding(Ending.CONTENT_FILTER));

        JsonNode limited = SimulatorClient.json(
                client.post(PATH, REQUEST.replace("STREAM", "")).body());
        JsonNode filtered = SimulatorClient.events(client.post(PATH, REQUEST.replace("STREAM", ",\"stream\":true"))
                        .body())
                .getLast();

        assertThat(limited.at("/incomplete_details/reason").asString()).isEqualTo("max_output_tokens");
        assertThat(filtered.path("type").asString()).isEqualTo("response.incomplete");
        assertThat(filtered.at("/response/incomplete_details/reason").asString())
                .isEqualTo("content_filter");
    }

    @Test
    void refusalStreamsAsRefusal() throws Exception {
        answers.then(AnswerPlan.refusal("I cannot help"));

        List<JsonNode> events = SimulatorClient.events(
                client.post(PATH, REQUEST.replace("STREAM", ",\"stream\":true")).body());

        assertThat(joined(events, "response.refusal.delta")).isEqualTo("I cannot help");
    }

    @Test
    void responseFailsInItsMiddle() throws Exception {
        azure.next(Faults.responseFailed(CutPoint.MID_TEXT, "rate_limit_exceeded", "Slow down"));

        List<JsonNode> events = SimulatorClient.events(
                client.post(PATH, REQUEST.replace("STREAM", ",\"stream\":true")).body());

        assertThat(events.getLast().at("/response/error/code").asString()).isEqualTo("rate_limit_exceeded");
    }

    @Test
    void functionWithoutStrictIsTaken() throws Exception {
        assertThat(client.post(PATH, REQUEST.replace("\"strict\":false,", "").replace("STREAM", ""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void reasoningThatWasHandedOutIsTakenBack() throws Exception {
        answers.then(reasoningTextAndCall());
        JsonNode first = SimulatorClient.json(
                client.post(PATH, REQUEST.replace("STREAM", "")).body());
        String items = first.path("output").toString();
        String callId = first.at("/output/2/call_id").asString();
        String back = REQUEST.replace("STREAM", "")
                .replace(
                        "\"content\":\"Hi\"}]",
                        "\"content\":\"Hi\"}," + items.substring(1, items.length() - 1)
                                + ",{\"type\":\"function_call_output\",\"call_id\":\"" + callId
                                + "\",\"output\":\"x\"}]");

        assertThat(client.post(PATH, back).statusCode()).isEqualTo(200);
    }

    private static AnswerPlan reasoningTextAndCall() {
        return AnswerPlan.of(
                new AnswerPart.Reasoning(List.of("Let me", " look"), "opaque"),
                new AnswerPart.Text(List.of("Reading", " it")),
                AnswerPlan.call(null, "Read", "{\"file_path\":\"a.txt\"}"));
    }

    private static String joined(List<JsonNode> events, String type) {
        StringBuilder text = new StringBuilder();
        events.stream()
                .filter(event -> event.path("type").asString().equals(type))
                .forEach(event -> text.append(event.path("delta").asString()));
        return text.toString();
    }
}
