package dev.sightglass.simulator;

import dev.sightglass.simulator.deployment.Api;
import java.util.Optional;

/**
 * Where a request wants to go.
 *
 * @param deployment the deployment named in the path; empty when the body's {@code model} names it
 * @param counting whether tokens are to be counted rather than an answer be made
 */
record Route(Api api, Optional<String> deployment, boolean counting) {}
