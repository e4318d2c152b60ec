package dev.sightglass.app.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.ReceivedRequest;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.AnswerScript;
import dev.sightglass.simulator.answer.Pace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The real client works through {@code serve}, and the simulator finds no fault with any request that Azure would get. */
@Tag("cli")
class ClaudeThroughServeTest {

    private static final String[] TOOLS = {"--permission-mode", "acceptEdits", "--allowedTools", "Bash", "Read", "Write"
    };

    @TempDir
    Path folder;

    private AzureSimulator azure;

    @BeforeEach
    void startAzure() throws Exception {
        azure = AzureSimulator.startDefault();
    }

    @AfterEach
    void stopAzure() {
        azure.close();
    }

    private ServeProcess serve(String... arguments) throws Exception {
        return new ServeProcess(
                folder,
                Map.of(
                        "AZURE_OPENAI_API_KEY",
                        azure.key(),
                        "AZURE_OPENAI_ENDPOINT",
                        azure.baseUri().toString()),
                arguments);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "chat, gpt-4.1, data:image/",
        "chat, gpt-4o, data:image/",
        "responses, gpt-5.1-codex, data:image/",
        "anthropic, claude-sonnet-4-5, \"media_type\":\"image/"
    })
    void parallelToolsThenAWriteThenTheFinalText(String upstream, String deployment, String pictureMark)
            throws Exception {
        try (ServeProcess serve = serve("--upstream", upstream, "--azure-deployment", deployment)) {
            ClaudeClient client = new ClaudeClient(folder, serve.baseUrl(), deployment).withApiKey("dummy");
            Path picture = client.project().resolve("picture.png");
            Files.copy(Path.of("..", "icons", "sightglass-64.png"), picture);
            Path written = client.project().resolve("written.txt");
            azure.script(new ToolConversation(picture, written));

            ClaudeRun run = client.ask("Look at picture.png, say something, write it down.", TOOLS);

            assertThat(run.stdout()).as(run.stderr()).contains(ToolConversation.LAST_WORDS);
            assertThat(run.exitCode()).isZero();
            assertThat(written).hasContent(ToolConversation.FILE_CONTENT);
            assertThatAzureTookTheLastRequest();
            assertThat(azure.received())
                    .as("a request with the picture")
                    .anySatisfy(request -> assertThat(request.bodyText()).contains(pictureMark));
            assertThat(serve.stop()).isZero();
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"chat, gpt-4.1", "responses, gpt-5.1-codex", "anthropic, claude-sonnet-4-5"})
    void subAgentWorksAndItsReportComesBack(String upstream, String deployment) throws Exception {
        try (ServeProcess serve = serve("--upstream", upstream, "--azure-deployment", deployment)) {
            azure.script(new SubAgentConversation());
            ClaudeRun run = new ClaudeClient(folder, serve.baseUrl(), deployment)
                    .withApiKey("dummy")
                    .ask("Let an agent count the files.", "--allowedTools", "Agent");

            assertThat(run.stdout()).as(run.stderr()).contains(SubAgentConversation.LAST_WORDS);
            assertThatAzureTookAllRequests();
            assertThat(azure.received())
                    .as("the sub-agent's own conversation")
                    .anySatisfy(request -> assertThat(request.bodyText()).contains(SubAgentConversation.TASK));
            serve.stop();
            assertThatAgentAndMainShareTheirSession();
        }
    }

    private void assertThatAgentAndMainShareTheirSession() throws Exception {
        List<JsonNode> messages = ExportedRecords.of(folder).stream()
                .filter(record -> record.at("/request/uri").asString("").contains("/v1/messages"))
                .toList();
        assertThat(messages)
                .extracting(record -> record.at("/sightglass/session").asString("(none)"))
                .doesNotContain("(none)")
                .containsOnly(messages.getFirst().at("/sightglass/session").asString(""));
        assertThat(messages)
                .as("exchanges of the agent and of the main conversation")
                .anyMatch(record -> record.at("/sightglass/agent/id").isString())
                .anyMatch(record -> record.at("/sightglass/agent/id").isNull());
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"chat, gpt-4.1", "responses, gpt-5.1-codex", "anthropic, claude-sonnet-4-5"})
    void toolFoundBySearchIsOfferedToTheModelAfterwards(String upstream, String deployment) throws Exception {
        try (ServeProcess serve = serve("--upstream", upstream, "--azure-deployment", deployment)) {
            azure.script(new ToolSearchConversation());
            ClaudeRun run = new ClaudeClient(folder, serve.baseUrl(), deployment)
                    .withApiKey("dummy")
                    .ask("Find a tool for web pages.");

            assertThat(run.stdout()).as(run.stderr()).contains(ToolSearchConversation.LAST_WORDS);
            assertThatAzureTookAllRequests();
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"chat, gpt-4.1", "responses, gpt-5.1-codex", "anthropic, claude-sonnet-4-5"})
    void longOutputOfAToolAndACompactedConversationGoThrough(String upstream, String deployment) throws Exception {
        try (ServeProcess serve = serve("--upstream", upstream, "--azure-deployment", deployment)) {
            azure.script(new LongOutputConversation());
            ClaudeClient client = new ClaudeClient(folder, serve.baseUrl(), deployment).withApiKey("dummy");

            ClaudeRun run = client.ask("Print a lot.", TOOLS);
            assertThat(run.stdout()).as(run.stderr()).contains(LongOutputConversation.LAST_WORDS);
            assertThat(azure.received())
                    .anySatisfy(
                            request -> assertThat(request.bodyText()).contains(LongOutputConversation.PART_OF_OUTPUT));

            ClaudeRun compacted = client.ask("/compact", "--continue");
            assertThat(compacted.exitCode())
                    .as(compacted.stdout() + compacted.stderr())
                    .isZero();
            ClaudeRun after = client.ask("What was printed?", "--continue");
            assertThat(after.stdout()).as(after.stderr()).contains(LongOutputConversation.REMEMBERED);
            assertThatAzureTookTheLastRequest();
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"chat, gpt-4.1", "responses, gpt-5.1-codex", "anthropic, claude-sonnet-4-5"})
    void interruptingTheClientEndsTheRequestAtAzure(String upstream, String deployment) throws Exception {
        try (ServeProcess serve = serve("--upstream", upstream, "--azure-deployment", deployment)) {
            azure.script(_ -> AnswerPlan.text("word ".repeat(600))
                    .withPace(new Pace(Duration.ofMillis(10), Duration.ofMillis(100))));
            ClaudeClient client = new ClaudeClient(folder, serve.baseUrl(), deployment).withApiKey("dummy");

            client.askAndInterrupt("Talk for a minute.", () -> !azure.received().isEmpty());

            assertThat(serve.stop()).isZero();
            assertThat(ExportedRecords.of(folder))
                    .filteredOn(record -> record.at("/request/uri").asString("").contains("/v1/messages"))
                    .isNotEmpty()
                    .allSatisfy(record -> {
                        assertThat(record.at("/sightglass/outcome").asString(""))
                                .isEqualTo("cancelled");
                        assertThat(record.at("/sightglass/ended_by").asString(""))
                                .isEqualTo("client");
                        assertThat(record.at("/latencies/request").asLong(Long.MAX_VALUE))
                                .isLessThan(30_000);
                    });
        }
    }

    @Test
    void contextIsCountedWithoutAskingAzure() throws Exception {
        try (ServeProcess serve = serve("--azure-deployment", "gpt-4.1")) {
            ClaudeRun run = new ClaudeClient(folder, serve.baseUrl(), "gpt-4.1")
                    .withApiKey("dummy")
                    .ask("/context");

            assertThat(run.exitCode()).as(run.stderr()).isZero();
            assertThat(run.stdout()).contains("Context Usage").contains("System prompt");
            assertThat(azure.received()).isEmpty();
        }
    }

    @Test
    void wrongKeyIsToldToTheUser() throws Exception {
        try (ServeProcess serve = new ServeProcess(
                folder,
                Map.of(
                        "AZURE_OPENAI_API_KEY",
                        "wrong",
                        "AZURE_OPENAI_ENDPOINT",
                        azure.baseUri().toString()))) {
            ClaudeRun run = new ClaudeClient(folder, serve.baseUrl(), "gpt-4.1")
                    .withApiKey("dummy")
                    .ask("Hello?");

            assertThat(run.exitCode()).isNotZero();
            assertThat(run.stdout() + run.stderr()).contains("401");
        }
    }

    @Test
    void answersArriveForEveryDeploymentFamily() throws Exception {
        AnswerScript greeting = _ -> AnswerPlan.text("Greetings from the deployment.");
        try (ServeProcess serve = serve()) {
            azure.script(greeting);
            for (String deployment : List.of("gpt-5", "o4-mini")) {
                Path own = Files.createDirectory(folder.resolve(deployment));
                ClaudeRun run = new ClaudeClient(own, serve.localhostUrl(), deployment)
                        .withApiKey("dummy")
                        .ask("Hello?");

                assertThat(run.stdout()).as(deployment + run.stderr()).contains("Greetings from the deployment.");
            }
            assertThat(azure.received().getLast().isValid()).isTrue();
        }
    }

    /** A deployment's cap on output tokens is learnt from Azure's first refusal; what follows has to be right. */
    private void assertThatAzureTookTheLastRequest() {
        assertThat(azure.received().getLast().refusal()).isEmpty();
        assertThat(azure.received().stream().filter(request -> !request.isValid()))
                .as("refused requests")
                .hasSizeLessThanOrEqualTo(3);
    }

    private void assertThatAzureTookAllRequests() {
        assertThat(azure.received())
                .allSatisfy(request -> assertThat(request.refusal())
                        .as(() -> describe(request))
                        .isEmpty());
    }

    private static String describe(ReceivedRequest request) {
        String body = request.bodyText();
        return request + ": " + body.substring(0, Math.min(2_000, body.length()));
    }
}
