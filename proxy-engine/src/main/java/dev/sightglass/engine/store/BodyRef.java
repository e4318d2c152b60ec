package dev.sightglass.engine.store;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;

/**
 * Names one body.
 *
 * @param attempt the attempt, from 1, for the upstream parts; 0 for the downstream ones
 */
public record BodyRef(ExchangeId exchange, BodyPart part, int attempt) {}
