package dev.sightglass.simulator.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plausible model without intelligence: it calls the offered tools that the user names, tells what came back of them, and
 * else answers with a few sentences about what was asked.
 */
public final class DefaultAssistant implements AnswerScript {
    private static final Pattern FILE = Pattern.compile("[\\w./-]*\\w\\.[a-z]{1,5}\\b");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final int EXCERPT = 120;

    @Override
    public AnswerPlan answer(RequestView request) {
        if (request.answerSchema().isPresent()) {
            return AnswerPlan.text(
                    samples(request).of(request.answerSchema().get()).toString());
        }
        List<RequestView.Tool> wanted = request.toolResults().isEmpty() ? wantedTools(request) : List.of();
        if (!wanted.isEmpty()) {
            return new AnswerPlan(calls(request, wanted), Ending.NATURAL, null, Pace.AT_ONCE);
        }
        return AnswerPlan.text(request.toolResults().isEmpty() ? essay(request) : report(request));
    }

    private static List<RequestView.Tool> wantedTools(RequestView request) {
        Optional<String> forced = request.forcedTool();
        if (forced.isPresent()) {
            return request.tools().stream()
                    .filter(tool -> forced.get().equals("*") || tool.name().equals(forced.get()))
                    .limit(1)
                    .toList();
        }
        return request.tools().stream()
                .filter(tool -> names(request.lastUserText(), tool.name()))
                .toList();
    }

    private static boolean names(String text, String toolName) {
        return Pattern.compile("\\b" + Pattern.quote(toolName) + "\\b")
                .matcher(text)
                .find();
    }

    private static List<AnswerPart> calls(RequestView request, List<RequestView.Tool> wanted) {
        SchemaSample samples = samples(request);
        return wanted.stream()
                .map(tool -> (AnswerPart) AnswerPlan.call(
                        null, tool.name(), samples.of(tool.parameters()).toString()))
                .toList();
    }

    private static SchemaSample samples(RequestView request) {
        String prompt = request.lastUserText();
        String file = first(FILE, 0, prompt).orElse("README.md");
        String command = first(QUOTED, 1, prompt).orElse("ls");
        return new SchemaSample(Map.of(
                "file_path", file,
                "path", file,
                "command", command,
                "description", "Look around",
                "title", title(prompt),
                "content", "Written by the simulated model.\n",
                "prompt", prompt));
    }

    private static String title(String prompt) {
        return prompt.length() <= 40 ? prompt : prompt.substring(0, 40);
    }

    private static Optional<String> first(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    private static String essay(RequestView request) {
        return "You asked: \"" + excerpt(request.lastUserText())
                + "\". This answer comes from the simulated deployment "
                + request.deployment().name()
                + ", which has no model behind it. It shows how an answer of a few sentences arrives, piece by piece, "
                + "with token figures and a content filter verdict as Azure sends them.";
    }

    private static String report(RequestView request) {
        StringBuilder text = new StringBuilder("The tools have answered. ");
        for (RequestView.ToolResult result : request.toolResults()) {
            text.append("One says: \"").append(excerpt(result.text())).append("\". ");
        }
        return text.append("That is all that was needed.").toString();
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "...";
    }
}
