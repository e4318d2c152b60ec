package dev.sightglass.app.pictures;

import dev.sightglass.app.demo.Demo;
import dev.sightglass.engine.ProxyEngine;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.demo.DemoConversation;
import dev.sightglass.simulator.demo.DemoScript;
import dev.sightglass.simulator.demo.DemoSimulator;
import dev.sightglass.simulator.fault.CutPoint;
import dev.sightglass.simulator.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Traffic that really went through the proxy to a simulated Azure, recorded once for all pictures. */
final class RecordedTraffic {
    private static @Nullable Path recorded;

    private RecordedTraffic() {}

    static final String NOT_FOUND = "Show the height of the water in feet as well.";
    static final String FILTERED = "Now write the storm warning with more force.";
    static final String CUT = "Explain the change to the harbour office in one page.";

    /** A copy of what was recorded, as a data folder. */
    static synchronized void copyTo(Path folder) throws Exception {
        if (recorded == null) recorded = record();
        try (Stream<Path> files = Files.list(recorded)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    /** Settings that lead the proxy to this simulator. */
    static EngineSettings settings(AzureSimulator azure) {
        return Demo.settingsFor(azure, EngineSettings.DEFAULT.with(new ListenSettings("127.0.0.1", 0, "/anything")));
    }

    private static Path record() throws Exception {
        Path folder = Files.createTempDirectory("sightglass-pictures");
        try (AzureSimulator azure = DemoSimulator.start();
                ExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(folder));
                ProxyEngine engine = new ProxyEngine(settings(azure), store)) {
            engine.start();
            URI base = ((ProxyState.Running) engine.state()).baseUrl();
            HarbourSession session = new HarbourSession(base);
            azure.script(session.script(new DemoScript()));
            new DemoConversation(base).hold();
            session.hold();
            fail(azure, session);
        }
        deleteAtExit(folder);
        return folder;
    }

    private static void fail(AzureSimulator azure, HarbourSession session) throws Exception {
        azure.onceFor(NOT_FOUND, Faults.deploymentNotFound());
        session.ask(NOT_FOUND).join();
        azure.onceFor(FILTERED, Faults.promptFiltered());
        session.ask(FILTERED).join();
        azure.onceFor(CUT, Faults.reset(CutPoint.MID_TEXT));
        session.ask(CUT).exceptionally(_ -> 0).join();
        session.sendRaw("{\"model\": \"gpt-4.1\", \"messages\": [");
    }

    private static void deleteAtExit(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(file -> file.toFile().deleteOnExit());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
