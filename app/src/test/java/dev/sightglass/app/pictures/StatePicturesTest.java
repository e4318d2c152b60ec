package dev.sightglass.app.pictures;

import dev.sightglass.app.inspector.RecordedExchanges;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.demo.DemoScript;
import dev.sightglass.simulator.demo.DemoSimulator;
import dev.sightglass.simulator.fault.Faults;
import dev.sightglass.simulator.stream.Gate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The window in each of its states, from the first start to a full disk. */
class StatePicturesTest extends Gallery {
    private static final EngineSettings ANY_PORT =
            EngineSettings.DEFAULT.with(new ListenSettings("127.0.0.1", 0, "/anything"));

    /** Some minutes after the sample exchanges. */
    private static final Clock THEN = Clock.fixed(SampleExchanges.START.plusSeconds(290), ZoneOffset.UTC);

    private ExchangeStore empty() {
        return SqliteExchangeStore.open(StoreOptions.writing(folder));
    }

    @Test
    void theFirstStartAndTheWaitForTraffic() {
        open(EngineSettings.DEFAULT, empty());
        take("first-start");
        runOnFx(() -> app.proxy()
                .apply(ANY_PORT.with(ANY_PORT.azure().withInstance("harbour").withDeployment("gpt-4.1"))));
        click("start");
        await("the running proxy", () -> app.proxy().running());
        take("waiting");
        click("copy-launch");
        await("the notice", () -> exists("toast"));
        take("notice");
    }

    @Test
    void aPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            open(
                    EngineSettings.DEFAULT.with(new ListenSettings("127.0.0.1", taken.getLocalPort(), "/anything")),
                    empty());
            click("start");
            await("the offer", () -> exists("toast-action"));
            take("port-in-use");
        }
    }

    @Test
    void recordingInTrouble() {
        FakeExchangeStore store = new FakeExchangeStore();
        SampleExchanges.aScreenful().forEach(each -> RecordedExchanges.addBare(store, each));
        open(ANY_PORT, store, THEN);
        await("the rows", () -> app.exchanges().shown().size() > 20);
        store.health(new StoreHealth.Failing("the disk is full (No space left on device)", 3));
        take("disk-full");
        store.health(new StoreHealth.InMemory("/home/ada/.local/share/sightglass is not writable"));
        take("in-memory");
        store.health(new StoreHealth.ReadOnly("another Sightglass (process 4711) records to this folder"));
        take("read-only");
        runOnFx(() -> window.showClosing());
        take("closing");
    }

    @Test
    void everyOutcome() {
        FakeExchangeStore store = new FakeExchangeStore();
        List<ExchangeSummary> all = new ArrayList<>(SampleExchanges.aScreenful());
        all.set(17, SampleExchanges.ended(18, new Outcome.Interrupted(), 200));
        all.forEach(each -> RecordedExchanges.addBare(store, each));
        open(ANY_PORT, store, THEN);
        await("the rows", () -> app.exchanges().shown().size() > 20);
        tableShare(0.7);
        select(e -> e.outcome() instanceof Outcome.Interrupted);
        take("outcomes");
        select(e -> e.id().number() == 24);
        take("pending");
    }

    @Test
    void thousandsOfRows() {
        open(ANY_PORT, new FakeExchangeStore(), THEN);
        List<ExchangeSummary> all = new ArrayList<>();
        for (long n = 1; n <= 20_000; n++)
            all.add(
                    n % 61 == 0
                            ? SampleExchanges.ended(n, new Outcome.ApiError(429, "429", "Rate limit reached."), 429)
                            : SampleExchanges.done(n));
        runOnFx(() -> {
            app.sessions().changed(all, Set.of());
            app.exchanges().changed(all, Set.of());
        });
        await("the rows", () -> app.exchanges().shown().size() == 20_000);
        take("thousands");
        select(e -> e.id().number() == 19_990);
        press(KeyCode.HOME);
        take("thousands-selected");
    }

    /** The first pictures that people see: everything set up, the proxy at the address of the texts. */
    @Test
    void forTheReadme() throws Exception {
        RecordedTraffic.copyTo(folder);
        EngineSettings settings = EngineSettings.DEFAULT.with(
                EngineSettings.DEFAULT.azure().withInstance("harbour").withDeployment("gpt-4.1"));
        open(settings.with(new ListenSettings("127.0.0.1", usualPort(), "/anything")), empty());
        await("the rows", () -> app.exchanges().shown().size() > 25);
        click("start");
        await("the running proxy", () -> app.proxy().running());
        select(PanelPicturesTest::middle);
        panel("conversation", "#conversation-blocks .block-name");
        take("readme-window");
        select(PanelPicturesTest::longest);
        tableShare(0.3);
        panel("translation", "#translation-pieces .list-cell");
        take("readme-translation");
    }

    /** Any free one where another program has it. */
    private static int usualPort() {
        int usual = ListenSettings.DEFAULT.port();
        try (ServerSocket free = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException _) {
            return 0;
        }
    }

    @Test
    void anAnswerUnderWay() throws Exception {
        Gate gate = new Gate();
        RecordedTraffic.copyTo(folder);
        try (AzureSimulator azure = DemoSimulator.start()) {
            open(RecordedTraffic.settings(azure), empty());
            click("start");
            await("the running proxy", () -> app.proxy().running());
            URI base =
                    onFx(() -> ((ProxyState.Running) app.proxy().stateProperty().get()).baseUrl());
            HarbourSession session = new HarbourSession(base);
            azure.script(session.script(new DemoScript()));
            azure.next(Faults.holdMidText(gate));
            CompletableFuture<Integer> answer = session.ask("Tell me the long history of tide tables in that harbour.");
            await(
                    "the row",
                    () -> app.exchanges().shown().stream()
                            .anyMatch(row -> row.state().inFlight()));
            select(ExchangeSummary::inFlight);
            panel("conversation", "#conversation-blocks .block-name");
            await(
                    "some text",
                    () -> app.exchanges().shown().stream()
                            .anyMatch(row ->
                                    row.summary().inFlight() && row.summary().responseSize() > 400));
            WaitForAsyncUtils.waitForFxEvents();
            take("running-conversation");
            for (String key : List.of("overview", "stream", "timing", "usage")) {
                panel(key, "#tab-" + key);
                take("running-" + key);
            }
            gate.open();
            answer.join();
        }
    }
}
