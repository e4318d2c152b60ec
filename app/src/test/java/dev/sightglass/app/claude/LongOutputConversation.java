package dev.sightglass.app.claude;

import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.AnswerScript;
import dev.sightglass.simulator.answer.DefaultAssistant;
import dev.sightglass.simulator.answer.RequestView;

/** A model that has a tool print about as much as the client passes on whole, sums the conversation up when asked, and remembers. */
final class LongOutputConversation implements AnswerScript {

    static final String LAST_WORDS = "That was a lot of output.";
    static final String PART_OF_OUTPUT = "row 987 of the long output";
    static final String REMEMBERED = "Rows were printed, as the summary says.";
    private static final String SUMMARY = "A tool printed a thousand rows.";

    private final AnswerScript otherwise = new DefaultAssistant();

    @Override
    public AnswerPlan answer(RequestView request) {
        String last = request.lastUserText();
        if (last.contains("What was printed?"))
            return AnswerPlan.text(
                    request.body().toString().contains(SUMMARY) ? REMEMBERED : "There is no summary of it.");
        if (last.contains("summary of the conversation")) return AnswerPlan.text("<summary>" + SUMMARY + "</summary>");
        if (!request.offers("Bash")) return otherwise.answer(request);
        return request.toolResults().isEmpty()
                ? AnswerPlan.toolCall("Bash", "{\"command\":\"seq -f 'row %g of the long output' 1 1000\"}")
                : AnswerPlan.text(LAST_WORDS);
    }
}
