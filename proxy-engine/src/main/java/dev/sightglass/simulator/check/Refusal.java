package dev.sightglass.simulator.check;

import tools.jackson.databind.JsonNode;

/**
 * Why a request is refused, as the status and the body that the service answers with.
 *
 * @param message the sentence inside the body, for people
 */
public record Refusal(int status, String message, JsonNode body) {}
