package dev.sightglass.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.simulator.ReceivedRequest;
import dev.sightglass.simulator.SimulatorClient;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.api.ToolCallShape;
import dev.sightglass.simulator.stream.EventKind;
import dev.sightglass.simulator.stream.Framing;
import dev.sightglass.simulator.stream.Gate;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StreamFaultTest extends FaultRig {
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
        HttpResponse<Stream<String>> response = client.open(SimulatorClient.CLASSIC, STREAM);

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
    void clientThatLeavesDuringSilenceIsNoticed() throws Exception {
        Gate gate = new Gate();
        azure.next(Faults.holdMidText(gate));
        HttpResponse<Stream<String>> response = client.open(SimulatorClient.CLASSIC, STREAM);
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
    void documentComesInPlaceOfAStream() throws Exception {
        azure.next(new Fault.WholeInsteadOfStream());

        HttpResponse<String> response = send();

        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(SimulatorClient.json(response.body()).path("object").asString())
                .isEqualTo("chat.completion");
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void everyFramingCarriesTheText(Framing framing) throws Exception {
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
}
