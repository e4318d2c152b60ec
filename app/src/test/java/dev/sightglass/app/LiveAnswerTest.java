package dev.sightglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.flow.FlowRow;
import dev.sightglass.app.control.flow.FlowView;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.app.window.MainWindow;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AuthMode;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
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
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer that is under way, from a simulated Azure through the whole engine into the window, while it grows. */
class LiveAnswerTest extends UiTest {
    private static final String ANSWER = "First half of the answer, which comes at once. "
            + "Second half of the answer, which comes when somebody lets it go on.";

    @TempDir
    private Path folder;

    private final Gate gate = new Gate();
    private AzureSimulator azure;
    private AppContext app;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        azure = AzureSimulator.startDefault();
        azure.script(_ -> AnswerPlan.text(ANSWER));
        azure.next(Faults.holdMidText(gate));
        AzureSettings simulated = new AzureSettings(
                azure.baseUri().toString(),
                null,
                null,
                AzureSettings.DEFAULT_API_VERSION,
                UpstreamKind.CHAT,
                AuthMode.CONFIG,
                ApiKey.of(azure.key()).orElseThrow());
        EngineSettings settings =
                EngineSettings.DEFAULT.with(simulated).with(new ListenSettings("127.0.0.1", 0, "/anything"));
        AppContext.Surroundings surroundings = new AppContext.Surroundings(
                _ -> {},
                (_, _, _) -> Optional.empty(),
                _ -> {},
                new SimpleObjectProperty<>(ColorScheme.LIGHT),
                Clock.systemDefaultZone());
        app = onFx(() ->
                new AppContext(folder, settings, SqliteExchangeStore.open(StoreOptions.writing(folder)), surroundings));
        stage = showScene(() -> {
            Scene scene = new Scene(new MainWindow(app), 1280, 800);
            app.themes().install(scene);
            return scene;
        });
        runOnFx(() -> app.feed().start());
    }

    @AfterEach
    void close() {
        gate.open();
        app.close();
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
        click("start");
        await("the running proxy", () -> app.proxy().running());
        CompletableFuture<HttpResponse<String>> answer = ask();
        await("the row", () -> !app.exchanges().shown().isEmpty());
        runOnFx(() -> stage.getScene().lookup("#exchange-table").requestFocus());
        press(KeyCode.HOME);
        await(
                "the inspector",
                () -> robot.lookup("#tab-conversation").tryQuery().isPresent());

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
