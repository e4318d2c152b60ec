package dev.sightglass.simulator;

import dev.sightglass.simulator.api.ModelApi;
import dev.sightglass.simulator.check.JsonNodes;
import dev.sightglass.simulator.check.RequestRefused;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import dev.sightglass.simulator.wire.RequestHead;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Takes a request through the service's stages: path, credential, JSON, deployment, the API's own rules. */
final class Judge {
    private final Credentials credentials;
    private final Deployments deployments;
    private final Map<Api, ModelApi> apis;

    Judge(Credentials credentials, Deployments deployments, Map<Api, ModelApi> apis) {
        this.credentials = credentials;
        this.deployments = deployments;
        this.apis = Map.copyOf(apis);
    }

    /** @throws RequestRefused with what the service would answer */
    JudgedRequest judge(RequestHead head, byte[] bytes) {
        Route route = Routes.of(head);
        credentials.check(head, route.api());
        ModelApi api = apis.get(route.api());
        if (api == null) {
            throw new IllegalStateException("no implementation of " + route.api());
        }
        JsonNode body = JsonNodes.parseObject(bytes).orElseThrow(api::unreadableBody);
        String name = route.deployment().orElseGet(() -> api.deploymentName(body));
        SimulatedDeployment deployment = deployments.find(name, route.api());
        api.check(head, body, deployment, route.counting());
        return new JudgedRequest(api, deployment, body, route.counting());
    }
}
