package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.messages.Answer;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.upstream.NotAnAnswer;
import dev.sightglass.engine.upstream.azure.AnswerIds;
import dev.sightglass.engine.upstream.azure.AnswerLog;
import dev.sightglass.engine.upstream.azure.AzureError;
import dev.sightglass.engine.upstream.azure.CallIds;
import dev.sightglass.engine.upstream.azure.NotJson;
import dev.sightglass.engine.upstream.azure.ToolInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A whole answer of the Responses API as a message. */
final class ResponsesAnswer {
    private final Map<String, String> names;
    private final AnswerLog log;
    private final List<ContentBlock> content = new ArrayList<>();
    private boolean refused;

    private ResponsesAnswer(Map<String, String> names, AnswerLog log) {
        this.names = names;
        this.log = log;
    }

    static Answer of(byte[] body, MessagesRequest request, Map<String, String> names, AnswerLog log)
            throws NotAnAnswer {
        JsonNode root = NotJson.tree(body);
        if (root.path("error").isObject())
            throw AzureError.of(200, root.path("error")).asNoAnswer();
        if (!root.path("output").isArray()) throw new NotAnAnswer("Azure's answer is no response: it has no output");
        return new ResponsesAnswer(names, log).answer(root, request);
    }

    private Answer answer(JsonNode root, MessagesRequest request) {
        log.identify(root);
        log.usage(ResponsesUsage.of(root.path("usage")));
        log.finish(ResponseStatus.word(root));
        JsonNode output = root.path("output");
        for (int i = 0; i < output.size(); i++) item(output.get(i), i);
        String stopReason = ResponseStatus.stopReason(root, log.anyToolCalled(), refused);
        log.stopReason(stopReason);
        return new Answer(
                AnswerIds.message(log.responseId(), request), request.model(), content, stopReason, log.usage());
    }

    private void item(JsonNode item, int index) {
        String path = "output[" + index + "]";
        switch (item.path("type").asString("")) {
            case "message" -> message(item, path);
            case "reasoning" -> reasoning(item);
            case "function_call" -> call(item, path);
            default ->
                log.notes.dropped(
                        path,
                        "the Messages API has nothing like " + item.path("type").asString("it"));
        }
    }

    private void message(JsonNode item, String path) {
        for (JsonNode part : item.path("content")) {
            String text = part.path("text").asString("");
            String refusal = part.path("refusal").asString("");
            if (!part.path("annotations").isEmpty())
                log.notes.once(Action.DROPPED, path + ".content.annotations", null, "no counterpart for plain text");
            if (!text.isEmpty()) content.add(new ContentBlock.Text(text, List.of()));
            if (refusal.isEmpty()) continue;
            refused = true;
            content.add(new ContentBlock.Text(refusal, List.of()));
            log.notes.once(
                    Action.MOVED, path + ".content.refusal", "content", "sent as text with the stop reason refusal");
        }
    }

    private void reasoning(JsonNode item) {
        StringBuilder summary = new StringBuilder();
        for (JsonNode part : item.path("summary")) {
            if (!summary.isEmpty()) summary.append("\n\n");
            summary.append(part.path("text").asString(""));
        }
        String encrypted = item.path("encrypted_content").asString("");
        if (summary.isEmpty() && encrypted.isEmpty()) return;
        String signature = encrypted.isEmpty()
                ? ""
                : new ReasoningSignature(item.path("id").asString(""), encrypted).text();
        content.add(new ContentBlock.Thinking(summary.toString(), signature, List.of()));
    }

    private void call(JsonNode item, String path) {
        String sent = item.path("name").asString("");
        if (sent.isEmpty()) {
            log.notes.dropped(path, "a call without a tool's name");
            return;
        }
        String id = item.path("call_id").asString("");
        if (id.isEmpty()) {
            id = CallIds.invented(log.responseId() + "/" + path);
            log.notes.add(Action.INVENTED, path + ".call_id", id, "Azure gave the call no id");
        }
        String name = names.getOrDefault(sent, sent);
        log.toolCalled(name);
        String input = ToolInput.object(item.path("arguments").asString(""), path + ".arguments", log);
        content.add(new ContentBlock.ToolUse(id, name, input, List.of()));
    }
}
