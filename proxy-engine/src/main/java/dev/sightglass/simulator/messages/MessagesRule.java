package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.deployment.SimulatedDeployment;

/** One topic of request validation; throws {@code RequestRefused} at the first breach. */
@FunctionalInterface
interface MessagesRule {
    /** @param call the request with what its headers and its path say about it */
    void check(MessagesCall call, SimulatedDeployment deployment);
}
