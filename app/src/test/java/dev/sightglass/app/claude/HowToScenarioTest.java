package dev.sightglass.app.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.AnswerScript;
import dev.sightglass.simulator.answer.DefaultAssistant;
import dev.sightglass.simulator.answer.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The set-up of the guide that people come from: a helper program gives the client its key, the proxy has none of its own,
 * the model that the client names is the deployment. The exported record then holds every field of the guide's sample.
 */
@Tag("cli")
class HowToScenarioTest {

    private static final String QUESTION = "Tell me about Vienna Oribasius manuscript.";
    private static final String ANSWER =
            "The Vienna Oribasius manuscript is an illustrated medical codex with the works of Oribasius of Pergamon.";
    private static final String KEY = "x";
    private static final Duration THINKING = Duration.ofMillis(40);

    @TempDir
    Path folder;

    @Test
    void questionIsAnsweredAndTheRecordIsComplete() throws Exception {
        Instant before = Instant.now();
        try (AzureSimulator azure =
                        AzureSimulator.builder().key(KEY).script(scholar()).start();
                ServeProcess serve = new ServeProcess(
                        folder,
                        Map.of("AZURE_OPENAI_ENDPOINT", azure.baseUri().toString()),
                        "--azure-api-version",
                        "2024-12-01-preview",
                        "--azure-instance",
                        "test-azure-openai")) {
            ClaudeRun run = new ClaudeClient(folder, serve.localhostUrl(), "gpt-4.1")
                    .withApiKeyHelper(KEY)
                    .ask(QUESTION);

            assertThat(run.stdout()).as(run.stderr()).contains(ANSWER);
            assertThat(run.exitCode()).isZero();
            assertThat(azure.received()).allMatch(request -> request.isValid());
            assertThat(serve.stop()).isZero();
            assertThatRecordIsComplete(recordOfTheQuestion(), before, serve);
        }
    }

    /** The sample's own token figures; the client's small calls beside the question get other answers. */
    private static AnswerScript scholar() {
        AnswerPlan answer = AnswerPlan.text(ANSWER)
                .withUsage(11_145, 11_008, 414, 0)
                .withPace(new Pace(THINKING, Duration.ofMillis(2)));
        AnswerScript otherwise = new DefaultAssistant();
        return request -> request.lastUserText().contains("Oribasius") && request.offers("Read")
                ? answer
                : otherwise.answer(request);
    }

    private JsonNode recordOfTheQuestion() throws Exception {
        List<JsonNode> records = ExportedRecords.of(folder);
        return records.stream()
                .filter(record -> record.at("/ai/usage/prompt_tokens").asInt(0) == 11_145)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no record of the question among " + records.size()));
    }

    private static void assertThatRecordIsComplete(JsonNode record, Instant before, ServeProcess serve) {
        SoftAssertions.assertSoftly(softly -> {
            RecordAssertions that = new RecordAssertions(softly, record);
            that.text("/method", "POST");
            that.matches("/headers/user-agent", "claude-cli/\\d+\\.\\d+\\.\\d+ \\(external, .*\\)");
            that.text("/headers/content-type", "application/json");
            that.between("/started_at", before.toEpochMilli(), Instant.now().toEpochMilli());
            that.matches("/client_ip", "127\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1");

            that.text("/request/method", "POST");
            that.matches("/request/uri", "/anything/v1/messages(\\?beta=true)?");
            that.matches("/request/url", "http://localhost:" + serve.baseUrl().getPort() + "/anything/v1/messages.*");
            that.atLeast("/request/size", 1_000);
            that.text("/request/headers/anthropic-version", "2023-06-01");
            that.number("/response/status", 200);
            that.atLeast("/response/size", 100);
            that.matches("/response/headers/content-type", "text/event-stream.*");

            that.atLeast("/latencies/request", THINKING.toMillis());
            that.atLeast("/latencies/proxy", THINKING.toMillis());
            that.atLeast("/latencies/upstream", THINKING.toMillis());

            that.text("/ai/meta/request_mode", "stream");
            that.text("/ai/meta/request_model", "gpt-4.1");
            that.text("/ai/meta/response_model", "gpt-4.1-2025-04-14");
            that.text("/ai/meta/provider_name", "azure");
            that.text("/ai/meta/azure_instance_id", "test-azure-openai");
            that.text("/ai/meta/azure_deployment_id", "gpt-4.1");
            that.text("/ai/meta/azure_api_version", "2024-12-01-preview");
            that.atLeast("/ai/meta/llm_latency", THINKING.toMillis());
            that.matches("/ai/meta/plugin_id", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

            that.number("/ai/usage/prompt_tokens", 11_145);
            that.number("/ai/usage/prompt_tokens_details/cached_tokens", 11_008);
            that.number("/ai/usage/prompt_tokens_details/audio_tokens", 0);
            that.present("/ai/usage/prompt_tokens_details/cached_tokens_details");
            that.number("/ai/usage/completion_tokens", 414);
            that.number("/ai/usage/completion_tokens_details/reasoning_tokens", 0);
            that.number("/ai/usage/completion_tokens_details/accepted_prediction_tokens", 0);
            that.number("/ai/usage/completion_tokens_details/rejected_prediction_tokens", 0);
            that.number("/ai/usage/completion_tokens_details/audio_tokens", 0);
            that.number("/ai/usage/total_tokens", 11_559);
            // 137 fresh, 11,008 cached and 414 output tokens at gpt-4.1's list prices of 2, 0.50 and 8 dollars a
            // million.
            that.decimal("/ai/usage/cost", 137 * 2e-6 + 11_008 * 0.5e-6 + 414 * 8e-6);
            that.ratio("/ai/usage/time_per_token", "/ai/meta/llm_latency", 414);
            that.atLeast("/ai/usage/time_to_first_token", THINKING.toMillis());
            that.contains("/ai/payload/request", QUESTION);
            that.contains("/ai/payload/response", "Oribasius of Pergamon");

            that.text("/sightglass/outcome", "succeeded");
            that.present("/sightglass/session");
            that.absent("/headers/authorization", KEY);
            that.absent("/headers/x-api-key", KEY);
        });
    }
}
