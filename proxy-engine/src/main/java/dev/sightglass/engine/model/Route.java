package dev.sightglass.engine.model;

/**
 * Where a request goes.
 *
 * @param requestedModel what the client asked for
 * @param reason why this deployment, in one sentence for a person
 */
public record Route(String requestedModel, Deployment deployment, String reason) {}
