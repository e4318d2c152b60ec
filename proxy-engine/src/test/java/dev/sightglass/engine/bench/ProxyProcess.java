package dev.sightglass.engine.bench;

import dev.sightglass.engine.ProxyEngine;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.nio.file.Path;

/** The proxy with its store, as {@code serve} runs it: a folder, the upstream's address. Ends with its standard input. */
final class ProxyProcess {
    private ProxyProcess() {}

    public static void main(String[] args) throws Exception {
        AzureSettings azure = AzureSettings.DEFAULT
                .withEndpoint(args[1])
                .withKey(ApiKey.of("a-key-of-the-benchmark").orElseThrow());
        EngineSettings settings = EngineSettings.DEFAULT
                .with(ListenSettings.DEFAULT.withPort(0))
                .with(azure)
                .with(CaptureSettings.DEFAULT.withPayloads(!Boolean.getBoolean("bench.no.payloads")));
        try (SqliteExchangeStore store = SqliteExchangeStore.open(
                        StoreOptions.writing(Path.of(args[0])).keeping(100L << 30, null));
                ProxyEngine engine = new ProxyEngine(settings, store)) {
            engine.start();
            if (engine.state() instanceof ProxyState.Running running) System.out.println(running.port());
            while (System.in.read() >= 0) continue;
        }
    }
}
