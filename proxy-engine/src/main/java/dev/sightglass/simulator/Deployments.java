package dev.sightglass.simulator;

import dev.sightglass.simulator.check.AzureErrors;
import dev.sightglass.simulator.check.Refusal;
import dev.sightglass.simulator.check.RequestRefused;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The deployments of the resource, by name. */
final class Deployments {
    private final Map<String, SimulatedDeployment> byName;

    Deployments(Collection<SimulatedDeployment> deployments) {
        byName = deployments.stream()
                .collect(Collectors.toUnmodifiableMap(SimulatedDeployment::name, Function.identity()));
    }

    /** @throws RequestRefused when there is none of that name, or when it does not answer through this API */
    SimulatedDeployment find(String name, Api api) {
        SimulatedDeployment deployment = byName.get(name);
        if (deployment == null) {
            throw new RequestRefused(
                    new Refusal(404, "no deployment of the name " + name, AzureErrors.deploymentNotFound()));
        }
        if (!deployment.apis().contains(api)) {
            throw new RequestRefused(new Refusal(
                    400,
                    name + " does not answer through " + api,
                    AzureErrors.operationNotSupported(api.operation(), deployment.reportedModel())));
        }
        return deployment;
    }
}
