package dev.sightglass.simulator.demo;

import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.AnswerScript;
import dev.sightglass.simulator.answer.DefaultAssistant;
import dev.sightglass.simulator.answer.Pace;
import dev.sightglass.simulator.answer.Pieces;
import dev.sightglass.simulator.answer.RequestView;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The model's side of the sample conversation, at the speed of a real model; anything else gets the default assistant. */
public final class DemoScript implements AnswerScript {
    private static final Pace THINKING = new Pace(Duration.ofMillis(650), Duration.ofMillis(28));
    private static final Pace QUICK = new Pace(Duration.ofMillis(300), Duration.ofMillis(18));
    private static final String FILE = "src/main/java/harbour/tide/TideTable.java";

    private final AnswerScript otherwise = new DefaultAssistant();

    @Override
    public AnswerPlan answer(RequestView request) {
        String results =
                request.toolResults().stream().map(RequestView.ToolResult::text).collect(Collectors.joining("\n"));
        if (results.contains(DemoTexts.AFTER_GREP)) {
            return report();
        }
        if (results.contains(DemoTexts.AFTER_WRITING)) {
            return conclusion();
        }
        return results.contains(DemoTexts.AFTER_READING) ? change() : opening(request);
    }

    private AnswerPlan opening(RequestView request) {
        return switch (request.lastUserText().strip()) {
            case DemoTexts.QUESTION -> look();
            case DemoTexts.SUB_AGENT_TASK -> search();
            case DemoTexts.TITLE_TASK ->
                AnswerPlan.text("{\"title\":\"Tide table late in winter\"}").withPace(QUICK);
            case DemoTexts.SUMMARY_TASK ->
                AnswerPlan.text("The hour that `TideTable.local` added by hand has been taken out.")
                        .withPace(QUICK);
            case DemoTexts.WARNING_TASK ->
                AnswerPlan.text(
                                "Storm warning for the harbour: from the north-west, violent gusts are expected tonight, and all "
                                        + "boats should be doubled up at their moorings before the evening tide.")
                        .withPace(THINKING);
            case DemoTexts.HISTORY_TASK -> history();
            default -> otherwise.answer(request).withPace(THINKING);
        };
    }

    private static AnswerPlan look() {
        return text("I'll read the class that makes the table and run its test.")
                .with(call("Read", json("file_path", FILE)))
                .with(call("Bash", json("command", "mvn -q test -Dtest=TideTableTest", "description", "Run the test")))
                .withPace(THINKING);
    }

    private static AnswerPlan change() {
        return text("The cause is in line 20: `ofInstant` already applies the zone, and then an hour is added by hand. I'll take the "
                        + "addition out.")
                .with(call("Write", json("file_path", FILE, "content", DemoTexts.resource("tide-table-after.txt"))))
                .withPace(QUICK);
    }

    private static AnswerPlan conclusion() {
        return text("The table is right again.\n\n"
                        + "- **Cause.** `TideTable.local()` turned each instant into harbour time and then added one hour. In "
                        + "summer a second mistake in the input hid this; in winter every time was late.\n"
                        + "- **Change.** The call of `plusHours(1)` is gone; the zone alone decides now, so the change to "
                        + "summer time is covered too.\n"
                        + "- **Check.** All four tests of `TideTableTest` pass.\n\n"
                        + "`MoonPhase` adds hours by hand in the same way, in line 44. I have not touched it.")
                .withPace(THINKING);
    }

    private static AnswerPlan search() {
        return text("I'll search for such additions.")
                .with(call("Grep", json("pattern", "plusHours\\(", "glob", "*.java")))
                .withPace(QUICK);
    }

    private static AnswerPlan report() {
        return text("One more place: `src/main/java/harbour/tide/MoonPhase.java`, line 44. The others are in tests.")
                .withPace(THINKING);
    }

    private static AnswerPlan history() {
        return text("The first tables of this harbour were painted on a board at the lock. ".repeat(40))
                .withPace(THINKING);
    }

    private static AnswerPlan text(String text) {
        return AnswerPlan.text(text);
    }

    private static AnswerPart call(String name, ObjectNode arguments) {
        List<String> pieces = Pieces.ofSize(arguments.toString(), 24);
        return new AnswerPart.ToolCall(null, name, pieces);
    }

    private static ObjectNode json(String... namesAndValues) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
