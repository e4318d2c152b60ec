package dev.sightglass.app.inspector;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.engine.store.ExchangeStore;

/**
 * What panels need from outside.
 *
 * @param store where exchanges and bodies are read from, off the FX thread
 * @param tasks the way off the FX thread and back
 * @param links opens addresses that stand in payloads
 */
public record InspectorContext(ExchangeStore store, BackgroundTasks tasks, LinkOpener links) {}
