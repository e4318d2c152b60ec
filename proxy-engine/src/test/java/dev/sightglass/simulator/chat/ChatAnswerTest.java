package dev.sightglass.simulator.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.ScriptedSimulatorTest;
import dev.sightglass.simulator.SimulatorClient;
import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.Ending;
import dev.sightglass.simulator.deployment.StandardDeployments;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChatAnswerTest extends ScriptedSimulatorTest {
    private static final String TOOLS = """
            "tools":[{"type":"function","function":{"name":"Read","parameters":{"type":"object",
            "properties":{"file_path":{"type":"string"}},"required":["file_path"]}}}]""";
    private static final String HI = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";
    private static final String STREAM = "\"stream\":true,\"stream_options\":{\"include_usage\":true}";

    @Override
    protected void deploy(AzureSimulator.Builder builder) {
        builder.deployment(
                StandardDeployments.all().getFirst().named("filtered").withAsynchronousFilter());
    }

    @Test
    void wholeAnswerHasAzuresShape() throws Exception {
        answers.then(AnswerPlan.text("Hello there").withUsage(11145, 11008, 414, 0));

        HttpResponse<String> response = client.post(SimulatorClient.CLASSIC, "{" + HI + "}");

        JsonNode body = SimulatorClient.json(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("apim-request-id")).isPresent();
        assertThat(response.headers().firstValue("x-ratelimit-remaining-tokens"))
                .isPresent();
        assertThat(body.path("object").asString()).isEqualTo("chat.completion");
        assertThat(body.path("model").asString()).isEqualTo("gpt-4.1-2025-04-14");
        assertThat(body.at("/choices/0/message/content").asString()).isEqualTo("Hello there");
        assertThat(body.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
        assertThat(body.at("/choices/0/content_filter_results/hate/severity").asString())
                .isEqualTo("safe");
        assertThat(body.at("/usage/prompt_tokens_details/cached_tokens").asInt())
                .isEqualTo(11008);
        assertThat(body.at("/usage/total_tokens").asInt()).isEqualTo(11559);
    }

    @Test
    void streamBeginsWithPromptVerdictAndEndsWithUsageAndEndMark() throws Exception {
        answers.then(AnswerPlan.text("Hello there, friend"));

        HttpResponse<String> response = client.post(SimulatorClient.CLASSIC, "{" + HI + "," + STREAM + "}");

        List<JsonNode> events = SimulatorClient.events(response.body());
        assertThat(response.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
        assertThat(events.getFirst().path("choices").size()).isZero();
        assertThat(events.getFirst().has("prompt_filter_results")).isTrue();
        assertThat(events.get(1).at("/choices/0/delta/role").asString()).isEqualTo("assistant");
        assertThat(text(events)).isEqualTo("Hello there, friend");
        assertThat(events.get(events.size() - 2).at("/choices/0/finish_reason").asString())
                .isEqualTo("stop");
        assertThat(events.get(1).get("usage").isNull()).isTrue();
        assertThat(events.getLast().path("choices").size()).isZero();
        assertThat(events.getLast().at("/usage/completion_tokens").asInt()).isEqualTo(5);
        assertThat(SimulatorClient.data(response.body()).getLast()).isEqualTo("[DONE]");
    }

    @Test
    void usageComesOnlyWhenAskedFor() throws Exception {
        HttpResponse<String> response = client.post(SimulatorClient.CLASSIC, "{" + HI + ",\"stream\":true}");

        assertThat(response.body()).doesNotContain("\"usage\"").contains("[DONE]");
    }

    @Test
    void parallelCallsStreamOneAfterTheOther() throws Exception {
        answers.then(AnswerPlan.toolCall("Read", "{\"file_path\":\"a.txt\"}")
                .withToolCall("Read", "{\"file_path\":\"b.txt\"}"));

        List<JsonNode> events = SimulatorClient.events(
                client.post(SimulatorClient.CLASSIC, "{" + HI + "," + TOOLS + ",\"stream\":true}")
                        .body());

        assertThat(arguments(events, 0)).isEqualTo("{\"file_path\":\"a.txt\"}");
        assertThat(arguments(events, 1)).isEqualTo("{\"file_path\":\"b.txt\"}");
        assertThat(events.getLast().at("/choices/0/finish_reason").asString()).isEqualTo("tool_calls");
        assertThat(events.get(1).at("/choices/0/delta/content").isNull()).isTrue();
        assertThat(events.get(2).at("/choices/0/delta/tool_calls/0/id").asString())
                .startsWith("call_");
    }

    @Test
    void asynchronousFilterSpeaksInChunksWithoutDelta() throws Exception {
        answers.then(AnswerPlan.text("one two three four five six seven eight nine ten"));

        List<JsonNode> events = SimulatorClient.events(
                client.post(SimulatorClient.CLASSIC.replace("gpt-4.1", "filtered"), "{" + HI + ",\"stream\":true}")
                        .body());

        List<JsonNode> verdicts = events.stream()
                .filter(event -> event.at("/choices/0").has("content_filter_offsets"))
                .toList();
        assertThat(verdicts).isNotEmpty().allSatisfy(verdict -> {
            assertThat(verdict.at("/choices/0").has("delta")).isFalse();
            assertThat(verdict.path("id").asString()).isEmpty();
            assertThat(verdict.path("model").asString()).isEmpty();
        });
    }

    @Test
    void asynchronousFilterEndsTheAnswerInAChunkWithoutDelta() throws Exception {
        answers.then(AnswerPlan.text("one two three").withEnding(Ending.CONTENT_FILTER));

        List<JsonNode> events = SimulatorClient.events(
                client.post(SimulatorClient.CLASSIC.replace("gpt-4.1", "filtered"), "{" + HI + ",\"stream\":true}")
                        .body());

        assertThat(events.getLast().at("/choices/0/finish_reason").asString()).isEqualTo("content_filter");
        assertThat(events.getLast().at("/choices/0").has("delta")).isFalse();
    }

    @Test
    void refusalComesInItsOwnField() throws Exception {
        answers.then(AnswerPlan.refusal("I cannot help"));

        JsonNode body = SimulatorClient.json(
                client.post(SimulatorClient.CLASSIC, "{" + HI + "}").body());

        assertThat(body.at("/choices/0/message/refusal").asString()).isEqualTo("I cannot help");
        assertThat(body.at("/choices/0/message/content").isNull()).isTrue();
    }

    @Test
    void reasoningIsCountedAndNotShown() throws Exception {
        answers.then(AnswerPlan.of(
                new AnswerPart.Reasoning(List.of("secret thoughts"), null), new AnswerPart.Text(List.of("Done"))));

        String body = client.post(SimulatorClient.CLASSIC.replace("gpt-4.1", "gpt-5"), "{" + HI + "}")
                .body();

        assertThat(body).doesNotContain("secret");
        assertThat(SimulatorClient.json(body)
                        .at("/usage/completion_tokens_details/reasoning_tokens")
                        .asInt())
                .isPositive();
    }

    @Test
    void answerIsCutAtTheTokenLimit() throws Exception {
        answers.then(AnswerPlan.text("many words ".repeat(50)));

        JsonNode body = SimulatorClient.json(client.post(SimulatorClient.CLASSIC, "{" + HI + ",\"max_tokens\":8}")
                .body());

        assertThat(body.at("/choices/0/finish_reason").asString()).isEqualTo("length");
        assertThat(body.at("/usage/completion_tokens").asInt()).isBetween(1, 8);
    }

    @Test
    void repeatedPromptIsCachedInStepsOf128() throws Exception {
        String request = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + "word ".repeat(1200) + "\"}]}";

        JsonNode first = SimulatorClient.json(
                client.post(SimulatorClient.CLASSIC, request).body());
        JsonNode second = SimulatorClient.json(
                client.post(SimulatorClient.CLASSIC, request).body());

        assertThat(first.at("/usage/prompt_tokens_details/cached_tokens").asInt())
                .isZero();
        int cached = second.at("/usage/prompt_tokens_details/cached_tokens").asInt();
        assertThat(cached).isBetween(1024, second.at("/usage/prompt_tokens").asInt());
        assertThat(cached % 128).isZero();
    }

    @Test
    void defaultAssistantCallsTheToolThatTheUserNamesAndTellsItsResult() throws Exception {
        String ask = "{\"role\":\"user\",\"content\":\"Use Read on notes.txt please\"}";

        JsonNode first =
                SimulatorClient.json(client.post(SimulatorClient.CLASSIC, "{\"messages\":[" + ask + "]," + TOOLS + "}")
                        .body());
        String calls = first.at("/choices/0/message/tool_calls").toString();
        String id = first.at("/choices/0/message/tool_calls/0/id").asString();
        JsonNode second = SimulatorClient.json(client.post(
                        SimulatorClient.CLASSIC,
                        "{\"messages\":[" + ask + ",{\"role\":\"assistant\",\"tool_calls\":" + calls
                                + "},{\"role\":\"tool\",\"tool_call_id\":\"" + id
                                + "\",\"content\":\"three apples\"}]," + TOOLS + "}")
                .body());

        assertThat(first.at("/choices/0/message/tool_calls/0/function/arguments")
                        .asString())
                .isEqualTo("{\"file_path\":\"notes.txt\"}");
        assertThat(second.at("/choices/0/message/content").asString()).contains("three apples");
    }

    private static String text(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.at("/choices/0/delta/content").asString(""))
                .collect(Collectors.joining());
    }

    private static String arguments(List<JsonNode> events, int index) {
        return events.stream()
                .flatMap(event -> event.at("/choices/0/delta/tool_calls").valueStream())
                .filter(call -> call.path("index").asInt() == index)
                .map(call -> call.at("/function/arguments").asString(""))
                .collect(Collectors.joining());
    }
}
