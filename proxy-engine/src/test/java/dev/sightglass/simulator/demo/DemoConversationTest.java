package dev.sightglass.simulator.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.ReceivedRequest;
import dev.sightglass.simulator.wire.RequestHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The conversation held with the simulator's own Messages endpoint, which judges what the client sends. */
class DemoConversationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static AzureSimulator azure;
    private static List<ReceivedRequest> received;

    @BeforeAll
    static void holdTheConversation() throws Exception {
        azure = DemoSimulator.start("x");
        new DemoConversation(URI.create(azure.baseUri() + "/anthropic/")).hold();
        received = azure.received();
    }

    @AfterAll
    static void stop() {
        azure.close();
    }

    @Test
    void conversationThatIsInterruptedInTheMiddleOfAnAnswerEndsSilently() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerWithoutEnd(server));
            AtomicReference<Throwable> escaped = new AtomicReference<>();
            Thread conversation = Thread.ofPlatform()
                    .uncaughtExceptionHandler((_, e) -> escaped.set(e))
                    .start(new DemoConversation(URI.create("http://127.0.0.1:" + server.getLocalPort())));
            await().atMost(PATIENCE).until(() -> isReading(conversation));

            conversation.interrupt();

            assertThat(conversation.join(PATIENCE)).isTrue();
            assertThat(escaped).hasNullValue();
        }
    }

    @Test
    void everyRequestIsValid() {
        assertThat(received)
                .hasSize(11)
                .allSatisfy(request ->
                        assertThat(request.refusal()).as(request.toString()).isEmpty());
    }

    @Test
    void mainConversationCallsToolsAndBringsTheirResults() {
        List<ReceivedRequest> main = turns().stream()
                .filter(request -> request.header("x-claude-code-agent-id").isEmpty())
                .toList();

        assertThat(main.get(1).bodyText()).contains("final class TideTable", "BUILD FAILURE");
        assertThat(toolUses(main.get(1))).containsExactly("Read", "Bash");
        assertThat(toolUses(main.get(2))).containsExactly("Read", "Bash", "Write");
    }

    @Test
    void subAgentSpeaksUnderItsOwnId() {
        List<ReceivedRequest> agent = turns().stream()
                .filter(request -> request.header("x-claude-code-agent-id").isPresent())
                .toList();

        assertThat(agent).hasSize(2);
        assertThat(toolUses(agent.getLast())).containsExactly("Grep");
    }

    @Test
    void allRequestsBelongToOneSession() {
        assertThat(received)
                .extracting(
                        request -> request.header("X-Claude-Code-Session-Id").orElseThrow())
                .containsOnly(
                        received.getFirst().header("X-Claude-Code-Session-Id").orElseThrow());
    }

    @Test
    void refusedBackgroundCallIsTriedOnceMore() {
        assertThat(received.stream()
                        .map(ReceivedRequest::head)
                        .filter(head -> retries(head).equals("1")))
                .hasSize(1);
    }

    @Test
    void lastAnswerIsLeftInItsMiddle() throws Exception {
        ReceivedRequest last = received.getLast();

        assertThat(last.awaitClientLeft(PATIENCE)).isTrue();
        assertThat(last.awaitEnd(PATIENCE)).isTrue();
        assertThat(last.isAnsweredInFull()).isFalse();
    }

    private static List<ReceivedRequest> turns() {
        return received.stream().filter(request -> request.json().has("system")).toList();
    }

    private static List<String> toolUses(ReceivedRequest request) {
        return request.json()
                .path("messages")
                .valueStream()
                .filter(message -> message.path("role").asString().equals("assistant"))
                .flatMap(message -> message.path("content").valueStream())
                .filter(block -> block.path("type").asString().equals("tool_use"))
                .map((JsonNode block) -> block.path("name").asString())
                .toList();
    }

    private static String retries(RequestHead head) {
        return head.header("X-Stainless-Retry-Count").orElse("");
    }

    private static void answerWithoutEnd(ServerSocket server) {
        List<Socket> open = new ArrayList<>();
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\nevent: ping\n"
                                .getBytes(US_ASCII));
            }
        } catch (IOException e) {
            // The test is over.
            open.forEach(DemoConversationTest::close);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReading(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("hasNext"));
    }
}
