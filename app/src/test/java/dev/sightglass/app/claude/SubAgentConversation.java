package dev.sightglass.app.claude;

import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.AnswerScript;
import dev.sightglass.simulator.answer.DefaultAssistant;
import dev.sightglass.simulator.answer.RequestView;
import tools.jackson.databind.node.JsonNodeFactory;

/** A model that hands its task to a sub-agent, is that sub-agent as well, and closes with the agent's report, whether
 * that comes back as the tool's result or as a later notice. */
final class SubAgentConversation implements AnswerScript {

    static final String TASK = "Count the files of this project for me.";
    static final String REPORT = "There are seven files here.";
    static final String LAST_WORDS = "The agent has counted: seven files.";

    private final AnswerScript otherwise = new DefaultAssistant();

    @Override
    public AnswerPlan answer(RequestView request) {
        if (request.lastUserText().contains(TASK) && request.toolResults().isEmpty()) {
            return AnswerPlan.text(REPORT);
        }
        if (!request.offers("Agent")) {
            return otherwise.answer(request);
        }
        if (request.body().toString().contains(REPORT)) {
            return AnswerPlan.text(LAST_WORDS);
        }
        boolean launched = !request.toolResults().isEmpty();
        return launched ? AnswerPlan.text("The agent is at work.") : AnswerPlan.toolCall("Agent", delegation());
    }

    private static String delegation() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("description", "Count files")
                .put("prompt", TASK)
                .put("subagent_type", "general-purpose")
                .toString();
    }
}
