package dev.sightglass.app.demo;

import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AuthMode;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ModelRule;
import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.demo.DemoConversation;
import dev.sightglass.simulator.demo.DemoSimulator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A running simulator of Azure, and the settings that lead the proxy to it. */
public final class Demo implements AutoCloseable {
    private static final List<ModelRule> MODELS = List.of(
            new ModelRule("claude-haiku*", DemoConversation.BACKGROUND_MODEL),
            new ModelRule("*", DemoConversation.MAIN_MODEL));

    private final AzureSimulator azure;
    private final EngineSettings settings;
    private @Nullable Thread conversation;

    private Demo(AzureSimulator azure, EngineSettings settings) {
        this.azure = azure;
        this.settings = settings;
    }

    /** Starts the simulator on a free port. What the settings say of Azure is left aside; the rest holds. */
    public static Demo start(EngineSettings settings) throws IOException {
        AzureSimulator azure = DemoSimulator.start();
        return new Demo(azure, settingsFor(azure, settings));
    }

    /** The settings with this simulator in Azure's place, and its deployments for whatever model is asked for. */
    public static EngineSettings settingsFor(AzureSimulator azure, EngineSettings settings) {
        AzureSettings simulated = new AzureSettings(
                azure.baseUri().toString(),
                null,
                null,
                AzureSettings.DEFAULT_API_VERSION,
                UpstreamKind.CHAT,
                AuthMode.CONFIG,
                ApiKey.of(azure.key()).orElse(null));
        return settings.with(simulated).withDeployments(List.of()).withModelMap(MODELS);
    }

    /** Settings with the simulator in Azure's place; never to be saved. */
    public EngineSettings settings() {
        return settings;
    }

    /** Sends the sample conversation through the proxy; returns at once. */
    public void converse(URI proxyBase) {
        conversation = Thread.ofVirtual().name("demo").start(new DemoConversation(proxyBase));
    }

    @Override
    public void close() {
        if (conversation != null) conversation.interrupt();
        azure.close();
    }
}
