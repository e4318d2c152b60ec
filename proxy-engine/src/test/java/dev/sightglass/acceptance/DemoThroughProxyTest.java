package dev.sightglass.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.ProxyEngine;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.demo.DemoConversation;
import dev.sightglass.simulator.demo.DemoSimulator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoThroughProxyTest {
    private static final int EXCHANGES = 11;

    @Test
    void translatedRequestsAreAllValidAndEveryKindOfEndIsRecorded() throws Exception {
        try (AzureSimulator azure = DemoSimulator.start();
                MemoryExchangeStore store = new MemoryExchangeStore();
                ProxyEngine engine = new ProxyEngine(settings(azure), store)) {
            engine.start();
            new DemoConversation(((ProxyState.Running) engine.state()).baseUrl()).hold();

            await().until(() -> store.size() == EXCHANGES
                    && store.newest(EXCHANGES, null).stream().noneMatch(ExchangeSummary::inFlight));
            List<ExchangeSummary> rows = store.newest(EXCHANGES, null).reversed();
            assertThat(azure.received())
                    .allSatisfy(request ->
                            assertThat(request.refusal()).as(request.toString()).isEmpty());
            assertThat(rows).extracting(row -> row.outcome().label()).contains("succeeded", "api_error", "cancelled");
            assertThat(rows.getLast().outcome().label()).isEqualTo("cancelled");
            assertThat(rows)
                    .anySatisfy(row -> assertThat(row.answer().stopReason()).isEqualTo("refusal"));
            assertThat(rows).anySatisfy(row -> assertThat(row.status()).isEqualTo(429));
        }
    }

    private static EngineSettings settings(AzureSimulator azure) {
        return EngineSettings.DEFAULT
                .with(ListenSettings.DEFAULT.withPort(0))
                .with(AzureSettings.DEFAULT
                        .withEndpoint(azure.baseUri().toString())
                        .withKey(ApiKey.of(azure.key()).orElseThrow()));
    }
}
