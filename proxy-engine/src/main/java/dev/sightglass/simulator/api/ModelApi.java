package dev.sightglass.simulator.api;

import dev.sightglass.simulator.answer.RequestView;
import dev.sightglass.simulator.check.RequestRefused;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import dev.sightglass.simulator.stream.StreamStep;
import dev.sightglass.simulator.wire.RequestHead;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One wire API: judges requests, reads them, and puts answers into its words. Stateless and thread-safe. */
public interface ModelApi {
    Api api();

    /** What the service says to a body that is not a JSON object. */
    RequestRefused unreadableBody();

    /**
     * The deployment that the body names.
     *
     * @throws RequestRefused when it names none
     */
    String deploymentName(JsonNode body);

    /**
     * Judges a request by the API's rules.
     *
     * @param counting the request asks for a count of its tokens, not for an answer
     * @throws RequestRefused at the first rule that the request breaks
     */
    void check(RequestHead head, JsonNode body, SimulatedDeployment deployment, boolean counting);

    /** What a script needs to know of a request that {@link #check} has passed. */
    RequestView view(JsonNode body, SimulatedDeployment deployment);

    /** Size of the prompt in the simulator's own estimate. */
    int promptTokens(JsonNode body);

    /** The prompt as text, in the order in which a prompt cache compares requests. */
    String cacheText(JsonNode body);

    /** The answer as one JSON document. */
    JsonNode whole(Answer answer);

    /** The answer as a stream. */
    List<StreamStep> stream(Answer answer);
}
