package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;

/** The context window, in the simulator's own estimate of tokens; the message has no figures, as on the service. */
final class ResponsesContextWindow implements ResponsesRule {
    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        if (ResponsesPrompt.tokens(request.value()) > deployment.contextWindow()) {
            throw OpenAiErrors.badRequest(
                    "Your input exceeds the context window of this model. Please adjust your input and try again.",
                    "input",
                    "context_length_exceeded");
        }
    }
}
