package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.check.MessagesErrors;
import dev.sightglass.simulator.deployment.SimulatedDeployment;

/** The context window, in the simulator's own estimate of tokens. */
final class MessagesContextWindow implements MessagesRule {
    @Override
    public void check(MessagesCall call, SimulatedDeployment deployment) {
        int input = MessagesPrompt.tokens(call.body().value());
        int window = deployment.contextWindow();
        if (call.counting()) {
            return;
        }
        if (input > window) {
            throw MessagesErrors.badRequest("prompt is too long: " + input + " tokens > " + window + " maximum");
        }
        int output = call.body().at("max_tokens").value().asInt(0);
        if ((long) input + output > window) {
            throw MessagesErrors.badRequest("input length and `max_tokens` exceed context limit: " + input + " + "
                    + output + " > " + window + ", decrease input length or `max_tokens` and try again");
        }
    }
}
