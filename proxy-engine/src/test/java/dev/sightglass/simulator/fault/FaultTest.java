package dev.sightglass.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sightglass.simulator.SimulatorClient;
import dev.sightglass.simulator.stream.Breakage;
import dev.sightglass.simulator.stream.Gate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class FaultTest extends FaultRig {
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
        // A client that has not seen the end yet learns of it by writing.
        await().ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(send().statusCode()).isEqualTo(200));
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
}
