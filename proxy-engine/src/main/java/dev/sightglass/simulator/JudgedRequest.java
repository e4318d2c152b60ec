package dev.sightglass.simulator;

import dev.sightglass.simulator.api.ModelApi;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import tools.jackson.databind.JsonNode;

/** A request that the service would serve. */
record JudgedRequest(ModelApi api, SimulatedDeployment deployment, JsonNode body, boolean counting) {}
