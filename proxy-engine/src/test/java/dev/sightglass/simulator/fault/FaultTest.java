package dev.sightglass.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.ReceivedRequest;
import dev.sightglass.simulator.SimulatorClient;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.ScriptedAnswers;
import dev.sightglass.simulator.api.ToolCallShape;
import dev.sightglass.simulator.stream.Breakage;
import dev.sightglass.simulator.stream.EventKind;
import dev.sightglass.simulator.stream.Gate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TEXT = "one two three four five six";
    private static final String STREAM = """
            {"messages":[{"role":"user","content":"Hi"}],"stream":true,"stream_options":{"include_usage":true},
            "tools":[{"type":"function","function":{"name":"Read","parameters":{"type":"object","properties":{}}}}]}""";

    private final ScriptedAnswers answers = new ScriptedAnswers(_ -> AnswerPlan.text(TEXT));
    private AzureSimulator azure;
    private SimulatorClient client;

    @BeforeEach
    void start() throws IOException {
        azure = AzureSimulator.builder().script(answers).start();
        client = new SimulatorClient(azure);
    }

    @AfterEach
    void stop() {
        azure.close();
    }

    @Test
    void rateLimitTellsHowLongToWaitAndOnlyTheNextRequestMeetsIt() throws Exception {
        azure.next(Faults.rateLimited(Duration.ofMillis(1500)));

        HttpResponse<String> limited = send();

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("retry-after")).contains("2");
        assertThat(limited.headers().firstValue("retry-after-ms")).contains("1500");
        assertThat(send().statusCode()).isEqualTo(200);
    }

    @Test
    void promptFilterNamesTheCategory() throws Exception {
        azure.next(Faults.promptFiltered());

        JsonNode error = SimulatorClient.json(send().body()).path("error");

        assertThat(error.path("code").asString()).isEqualTo("content_filter");
        assertThat(error.at("/innererror/content_filter_result/violence/filtered")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void otherAnswersComeAsTheyAreMade() throws Exception {
        azure.next(Faults.unauthorized());
        azure.next(Faults.serverError());
        azure.next(Faults.htmlError(502));
        azure.next(Faults.emptyError(503));
        azure.next(Faults.hugeError(500, 2_000_000));
        azure.next(Faults.htmlPage());
        azure.next(Faults.redirect("http://127.0.0.1:9/elsewhere"));

        assertThat(send().statusCode()).isEqualTo(401);
        assertThat(send().body()).contains("server_error");
        assertThat(send().headers().firstValue("content-type")).contains("text/html");
        assertThat(send().body()).isEmpty();
        assertThat(send().body().length()).isGreaterThan(2_000_000);
        assertThat(send().statusCode()).isEqualTo(200);
        assertThat(send().headers().firstValue("location")).contains("http://127.0.0.1:9/elsewhere");
    }

    @Test
    void validRequestIsRecordedAsValidAlthoughAFaultAnswers() throws Exception {
        azure.next(Faults.serverError());

        send();

        assertThat(azure.lastReceived().isValid()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Breakage.class,
            names = {"CLOSE", "RESET"})
    void connectionBreaksBeforeTheHead(Breakage how) {
        azure.next(new Fault.BreakBeforeHead(how));

        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = CutPoint.class,
            names = {"AFTER_HEAD", "MID_TEXT", "MID_EVENT", "AFTER_FINISH"})
    void connectionBreaksInTheStream(CutPoint point) {
        azure.next(Faults.reset(point));

        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    }

    @Test
    void callIsCutInItsMiddle() throws Exception {
        answers.then(AnswerPlan.toolCall("Read", "{\"file_path\":\"a long name of a file.txt\"}"));
        azure.next(Faults.endOfBody(CutPoint.MID_TOOL_CALL));

        String body = send().body();

        assertThat(body).contains("tool_calls").doesNotContain(".txt").doesNotContain("[DONE]");
    }

    @Test
    void bodyEndsCleanlyWithoutFinish() throws Exception {
        azure.next(Faults.endOfBody(CutPoint.BEFORE_FINISH));

        String body = send().body();

        assertThat(body).contains("six").doesNotContain("\"stop\"").doesNotContain("[DONE]");
    }

    @Test
    void endMarkFinishReasonAndUsageCanBeLeftOut() throws Exception {
        azure.next(Faults.noDone());
        azure.next(new Fault.Without(EventKind.FINISH));
        azure.next(new Fault.NoUsage());

        assertThat(send().body()).contains("\"stop\"").doesNotContain("[DONE]");
        assertThat(send().body()).contains("[DONE]").doesNotContain("\"stop\"");
        assertThat(send().body()).contains("[DONE]").doesNotContain("prompt_tokens");
    }

    @Test
    void connectionStaysOpenAfterTheEndMarkUntilTheClientLeaves() throws Exception {
        azure.next(Faults.stayOpen());
        HttpResponse<java.util.stream.Stream<String>> response = client.open(SimulatorClient.CLASSIC, STREAM);

        try (var lines = response.body()) {
            assertThat(lines.filter("data: [DONE]"::equals).findFirst()).isPresent();
        }

        assertThat(azure.lastReceived().awaitClientLeft(PATIENCE)).isTrue();
        assertThat(azure.lastReceived().awaitEnd(PATIENCE)).isTrue();
        assertThat(azure.lastReceived().isAnsweredInFull()).isFalse();
    }

    @Test
    void errorObjectEndsTheStream() throws Exception {
        azure.next(Faults.errorEvent(CutPoint.MID_TEXT, "server_error", "internal", "The model has crashed"));

        List<String> data = SimulatorClient.data(send().body());

        assertThat(data.getLast()).contains("The model has crashed");
        assertThat(data).hasSizeGreaterThan(3);
    }

    @Test
    void silenceBeforeTheHeadLastsUntilTheGateOpens() throws Exception {
        Gate gate = new Gate();
        azure.next(Faults.holdBeforeHead(gate));

        CompletableFuture<HttpResponse<String>> answer = sendAsync();

        assertThat(gate.awaitReached(PATIENCE)).isTrue();
        assertThat(answer).isNotDone();
        gate.open();
        assertThat(answer.get().body()).contains("six");
    }

    @Test
    void clientThatLeavesDuringSilenceIsNoticed() throws Exception {
        Gate gate = new Gate();
        azure.next(Faults.holdMidText(gate));
        HttpResponse<java.util.stream.Stream<String>> response = client.open(SimulatorClient.CLASSIC, STREAM);
        assertThat(gate.awaitReached(PATIENCE)).isTrue();
        ReceivedRequest received = azure.lastReceived();
        assertThat(received.clientLeftAt()).isEmpty();

        response.body().close();

        assertThat(received.awaitClientLeft(PATIENCE)).isTrue();
        assertThat(received.clientLeftAt()).isPresent();
    }

    @Test
    void contentFilterEndsTheAnswerEarly() throws Exception {
        azure.next(new Fault.FilterAfter(8));

        String body = send().body();

        assertThat(body).contains("content_filter\"").contains("two").doesNotContain("three");
        assertThat(body).contains("\"finish_reason\":\"content_filter\"");
    }

    @ParameterizedTest
    @EnumSource(ToolCallShape.class)
    void everyShapeOfToolCallsCarriesTheSameArguments(ToolCallShape shape) throws Exception {
        answers.then(AnswerPlan.toolCall("Read", "{\"file_path\":\"a.txt\"}")
                .withToolCall("Read", "{\"file_path\":\"b.txt\"}"));
        azure.next(new Fault.ToolCalls(shape));

        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (JsonNode event : SimulatorClient.events(send().body())) {
            for (JsonNode call : event.at("/choices/0/delta/tool_calls")) {
                (call.path("index").asInt() == 0 ? first : second)
                        .append(call.at("/function/arguments").asString(""));
            }
        }

        assertThat(first).hasToString("{\"file_path\":\"a.txt\"}");
        assertThat(second).hasToString("{\"file_path\":\"b.txt\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void smallWritesCarryTheSameBytes(int size) throws Exception {
        azure.next(new Fault.SmallWrites(size));

        assertThat(send().body()).contains("data: [DONE]").contains("six");
    }

    @Test
    void gzipComesUnasked() throws Exception {
        azure.next(new Fault.GzipUnasked());

        HttpResponse<byte[]> response = client.http()
                .send(client.request(SimulatorClient.CLASSIC, STREAM), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("[DONE]");
        }
    }

    @Test
    void documentComesInPlaceOfAStream() throws Exception {
        azure.next(new Fault.WholeInsteadOfStream());

        HttpResponse<String> response = send();

        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(SimulatorClient.json(response.body()).path("object").asString())
                .isEqualTo("chat.completion");
    }

    @ParameterizedTest
    @EnumSource(dev.sightglass.simulator.stream.Framing.class)
    void everyFramingCarriesTheText(dev.sightglass.simulator.stream.Framing framing) throws Exception {
        azure.next(new Fault.Framed(framing));

        assertThat(send().body()).contains("six").contains("[DONE]");
    }

    @Test
    void foreignEventsAreMixedIn() throws Exception {
        azure.next(Faults.nonJsonEvent());
        azure.next(Faults.hugeEvent(100_000));

        assertThat(send().body()).contains("this is {not json").contains("[DONE]");
        assertThat(send().body().length()).isGreaterThan(100_000);
    }

    @Test
    void interimAnswersComeFirst() throws Exception {
        azure.next(new Fault.InterimAnswers(3));

        HttpResponse<String> response = send();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("[DONE]");
    }

    @Test
    void refusalComesWhileTheUploadRuns() throws Exception {
        azure.next(new Fault.AnswerBeforeUpload(Faults.error(413, "413", "Too large")));

        assertThat(send().statusCode()).isEqualTo(413);
    }

    @Test
    void closedPooledConnectionIsReplacedByTheNextRequest() throws Exception {
        azure.next(new Fault.CloseAfterAnswer());

        assertThat(send().statusCode()).isEqualTo(200);
        assertThat(send().statusCode()).isEqualTo(200);
    }

    @Test
    void malformedAnswersBreakTheClient() {
        for (Fault fault : List.of(Faults.garbageStatusLine(), Faults.shortBody(), Faults.badChunk())) {
            azure.next(fault);
            assertThatThrownBy(this::send).isInstanceOf(IOException.class);
        }
    }

    @Test
    void hugeHeadIsSentAsAsked() throws Exception {
        azure.next(Faults.hugeHead(4_000));

        assertThat(send().headers().firstValue("x-padding").orElseThrow()).hasSize(4_000);
    }

    @Test
    void gzipBombIsSmallOnTheWire() throws Exception {
        azure.next(Faults.gzipBomb(8));

        HttpResponse<byte[]> response = client.http()
                .send(client.request(SimulatorClient.CLASSIC, STREAM), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.body().length).isLessThan(100_000);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(unzipped.readAllBytes()).hasSize(8 << 20);
        }
    }

    @Test
    void chunkDecorationsAndADribbledHeadLeaveTheAnswerWhole() throws Exception {
        azure.next(new Fault.ChunkDecorations(), new Fault.DribbledHead(Duration.ofMillis(1)));

        HttpResponse<String> response = send();

        assertThat(response.body()).contains("[DONE]");
        assertThat(response.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
        assertThat(azure.lastReceived().isAnsweredInFull()).isTrue();
    }

    private HttpResponse<String> send() throws IOException, InterruptedException {
        return client.post(SimulatorClient.CLASSIC, STREAM);
    }

    private CompletableFuture<HttpResponse<String>> sendAsync() {
        return client.http()
                .sendAsync(client.request(SimulatorClient.CLASSIC, STREAM), HttpResponse.BodyHandlers.ofString());
    }
}
