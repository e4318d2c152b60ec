package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.check.OpenAiErrors;
import dev.sightglass.simulator.check.RequestRefused;
import dev.sightglass.simulator.deployment.SimulatedDeployment;

/** The context window, in the simulator's own estimate of tokens. */
final class ChatContextWindow implements ChatRule {
    @Override
    public void check(Field request, SimulatedDeployment deployment) {
        int messages = ChatPrompt.messageTokens(request.value());
        int functions = ChatPrompt.toolTokens(request.value());
        int window = deployment.contextWindow();
        int input = messages + functions;
        if (input > window) {
            throw deployment.family().reasons() ? inputLimit(window, input) : tooLong(window, messages, functions);
        }
        int completion = Math.max(
                request.at("max_tokens").value().asInt(0),
                request.at("max_completion_tokens").value().asInt(0));
        if ((long) input + completion > window) {
            throw overflow("This model's maximum context length is " + window + " tokens. However, you requested "
                    + (input + completion) + " tokens (" + input + " in the messages, " + completion
                    + " in the completion). Please reduce the length of the messages or completion.");
        }
    }

    private static RequestRefused tooLong(int window, int messages, int functions) {
        String split = functions == 0
                ? ". Please reduce the length of the messages."
                : " (" + messages + " in the messages, " + functions
                        + " in the functions). Please reduce the length of the messages or functions.";
        return overflow("This model's maximum context length is " + window
                + " tokens. However, your messages resulted in " + (messages + functions) + " tokens" + split);
    }

    private static RequestRefused inputLimit(int window, int input) {
        return overflow("Input tokens exceed the configured limit of " + window + " tokens. Your messages resulted in "
                + input + " tokens. Please reduce the length of the messages.");
    }

    private static RequestRefused overflow(String message) {
        return OpenAiErrors.badRequest(message, "messages", "context_length_exceeded");
    }
}
