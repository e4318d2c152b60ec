package dev.sightglass.engine.server;

import dev.sightglass.engine.event.ExchangeObserver;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.pipeline.ExchangePipeline;
import dev.sightglass.engine.settings.EngineSettings;
import java.util.function.Supplier;

/** What the server needs of the engine. */
public record ServerParts(
        Supplier<EngineSettings> settings,
        Supplier<ExchangeId> ids,
        ExchangeObserver observer,
        ExchangePipeline pipeline) {}
