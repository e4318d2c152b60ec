package dev.sightglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.flow.FlowRow;
import dev.sightglass.app.control.flow.FlowView;
import dev.sightglass.app.demo.Demo;
import dev.sightglass.app.testing.WindowTest;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.fault.Faults;
import dev.sightglass.simulator.stream.Gate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that is under way, from a simulated Azure through the whole engine into the window, while it grows. */
class LiveAnswerTest extends WindowTest {
    private static final String ANSWER = "First half of the answer, which comes at once. "
            + "Second half of the answer, which comes when somebody lets it go on.";

    private final Gate gate = new Gate();
    private AzureSimulator azure;

    @BeforeEach
    void open() throws Exception {
        azure = AzureSimulator.startDefault();
        azure.script(_ -> AnswerPlan.text(ANSWER));
        azure.next(Faults.holdMidText(gate));
        openWindow(Demo.settingsFor(azure, ANY_PORT), storeInFolder());
    }

    @AfterEach
    void close() {
        gate.open();
        azure.close();
    }

    private CompletableFuture<HttpResponse<String>> ask() {
        URI base = onFx(() -> ((ProxyState.Running) app.proxy().stateProperty().get()).baseUrl());
        String body = "{\"model\":\"gpt-4.1\",\"max_tokens\":100,\"stream\":true,"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"Tell me in two halves.\"}]}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v1/messages"))
                .header("content-type", "application/json")
                .header("x-api-key", "test")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
    }

    private String conversation() {
        return robot.lookup("#conversation-blocks").tryQueryAs(FlowView.class).stream()
                .flatMap(flow -> ((FlowView<? extends FlowRow>) flow).rows().stream())
                .map(row -> String.valueOf(row.text()))
                .reduce("", (one, other) -> one + "\n" + other);
    }

    private int events() {
        return robot.lookup("#stream-events")
                .tryQueryAs(ListView.class)
                .map(list -> list.getItems().size())
                .orElse(0);
    }

    @Test
    void textAndEventsGrowWhileTheAnswerComes() throws Exception {
        startProxy();
        CompletableFuture<HttpResponse<String>> answer = ask();
        await("the row", () -> !app.exchanges().shown().isEmpty());
        goToFirstRow();
        await("the chosen row in the inspector", () -> !exists("inspector-empty"));

        click("tab-conversation");
        snapshot(stage.getScene(), "live-begin");
        await("the first half", () -> conversation().contains("First half"));
        assertThat(onFx(this::conversation)).doesNotContain("lets it go on");
        snapshot(stage.getScene(), "live-conversation");
        click("tab-stream");
        await("events of both legs", () -> events() > 8);
        int before = onFx(this::events);
        snapshot(stage.getScene(), "live-stream");

        gate.open();

        await("more events", () -> events() > before);
        assertThat(answer.get().body()).contains("message_stop");
        await(
                "the end of both legs",
                () -> robot.lookup("#stream-summary")
                        .queryAs(Label.class)
                        .getText()
                        .startsWith(Integer.toString(events())));
        click("tab-conversation");
        await("the second half", () -> conversation().contains("lets it go on"));
    }
}
