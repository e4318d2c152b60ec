package dev.sightglass.app.claude;

import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.AnswerScript;
import dev.sightglass.simulator.answer.DefaultAssistant;
import dev.sightglass.simulator.answer.RequestView;

/** A model that searches for a tool which the client had held back, and says whether it is offered from then on. */
final class ToolSearchConversation implements AnswerScript {

    static final String LAST_WORDS = "Now the tool is here.";
    private static final String WANTED = "WebFetch";

    private final AnswerScript otherwise = new DefaultAssistant();

    @Override
    public AnswerPlan answer(RequestView request) {
        if (!request.offers("ToolSearch")) {
            return otherwise.answer(request);
        }
        if (request.toolResults().isEmpty()) {
            return AnswerPlan.toolCall("ToolSearch", "{\"query\":\"select:" + WANTED + "\",\"max_results\":1}");
        }
        return AnswerPlan.text(request.offers(WANTED) ? LAST_WORDS : "It is not offered: " + request.toolResults());
    }
}
