package dev.sightglass.engine.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.sightglass.engine.ProxyEngine;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.Limits;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.ReceivedRequest;
import dev.sightglass.simulator.answer.AnswerPlan;
import java.time.Duration;

/** Anthropic's SDK, the proxy and the simulated Azure, over real sockets. */
final class SdkRig implements AutoCloseable {
    static final String MODEL = "claude-sonnet-4-5";

    final AzureSimulator azure;
    final AnthropicClient client;
    private final MemoryExchangeStore store = new MemoryExchangeStore();
    private final ProxyEngine engine;
    private final UpstreamKind kind;

    SdkRig(UpstreamKind kind) throws Exception {
        this.kind = kind;
        azure = AzureSimulator.startDefault();
        engine = new ProxyEngine(settings(), store);
        engine.start();
        client = AnthropicOkHttpClient.builder()
                .baseUrl(((ProxyState.Running) engine.state()).baseUrl().toString())
                .apiKey("any")
                .maxRetries(0)
                .timeout(Duration.ofSeconds(20))
                .responseValidation(true)
                .build();
    }

    private EngineSettings settings() {
        return EngineSettings.DEFAULT
                .with(ListenSettings.DEFAULT.withPort(0))
                .with(AzureSettings.DEFAULT
                        .withEndpoint(azure.baseUri().toString())
                        .withUpstream(kind)
                        .withDeployment(deployment())
                        .withKey(ApiKey.of(azure.key()).orElseThrow()))
                .with(Limits.DEFAULT.with(l -> l.stopGrace = Duration.ofMillis(200)));
    }

    private String deployment() {
        return switch (kind) {
            case CHAT -> "gpt-4.1";
            case RESPONSES -> "gpt-5.1-codex";
            case ANTHROPIC -> MODEL;
        };
    }

    static MessageCreateParams.Builder ask(String text) {
        return MessageCreateParams.builder().model(MODEL).maxTokens(2000).addUserMessage(text);
    }

    void answer(AnswerPlan plan) {
        azure.script(_ -> plan);
    }

    /** The whole message, put together by the SDK from the events of a stream. */
    Message stream(MessageCreateParams params) {
        MessageAccumulator accumulator = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> events = client.messages().createStreaming(params)) {
            events.stream().forEach(event -> accumulator.accumulate(event.validate()));
        }
        return accumulator.message();
    }

    /** Whatever has reached Azure is valid there, and OpenAI's SDK could have sent it. */
    void checkReceived() throws Exception {
        for (ReceivedRequest request : azure.received()) {
            assertThat(request.refusal()).as(request.toString()).isEmpty();
            if (kind != UpstreamKind.ANTHROPIC) OpenAiTypes.accept(kind, request.body());
        }
    }

    @Override
    public void close() {
        client.close();
        engine.close();
        store.close();
        azure.close();
    }
}
