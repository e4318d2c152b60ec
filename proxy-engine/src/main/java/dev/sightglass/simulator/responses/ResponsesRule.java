package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.deployment.SimulatedDeployment;

/** One topic of request validation; throws {@code RequestRefused} at the first breach. */
@FunctionalInterface
interface ResponsesRule {
    void check(Field request, SimulatedDeployment deployment);
}
