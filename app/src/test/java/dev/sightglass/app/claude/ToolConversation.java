package dev.sightglass.app.claude;

import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.AnswerScript;
import dev.sightglass.simulator.answer.DefaultAssistant;
import dev.sightglass.simulator.answer.RequestView;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model that looks at a picture and runs a command at once, writes a file when both have answered, and then tells that it
 * is done. The client's small calls beside the conversation get the default assistant's answers.
 */
final class ToolConversation implements AnswerScript {

    static final String COMMAND_OUTPUT = "output-of-the-command";
    static final String FILE_CONTENT = "written by the client\n";
    static final String LAST_WORDS = "The picture was read and the file is written.";

    private final Path picture;
    private final Path file;
    private final AnswerScript otherwise = new DefaultAssistant();

    ToolConversation(Path picture, Path file) {
        this.picture = picture;
        this.file = file;
    }

    @Override
    public AnswerPlan answer(RequestView request) {
        if (!request.offers("Read")) {
            return otherwise.answer(request);
        }
        return switch (request.toolResults().size()) {
            case 0 -> lookAround();
            case 2 -> write(request.toolResults());
            default -> AnswerPlan.text(LAST_WORDS);
        };
    }

    private AnswerPlan lookAround() {
        String command = object().put("command", "echo " + COMMAND_OUTPUT)
                .put("description", "Say something")
                .toString();
        return AnswerPlan.toolCall(
                        "Read", object().put("file_path", picture.toString()).toString())
                .withToolCall("Bash", command);
    }

    private AnswerPlan write(List<RequestView.ToolResult> results) {
        if (results.stream().noneMatch(result -> result.text().contains(COMMAND_OUTPUT))) {
            return AnswerPlan.text("The command's output did not arrive: " + results);
        }
        String arguments = object().put("file_path", file.toString())
                .put("content", FILE_CONTENT)
                .toString();
        return AnswerPlan.toolCall("Write", arguments);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
