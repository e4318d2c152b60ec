package dev.sightglass.engine.upstream.azure.chat;

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

/** A whole answer of Chat Completions as a message. */
final class ChatAnswer {
    private ChatAnswer() {}

    static Answer of(byte[] body, MessagesRequest request, Map<String, String> names, AnswerLog log)
            throws NotAnAnswer {
        JsonNode root = NotJson.tree(body);
        log.identify(root);
        log.unknownFields(root, "", ChatFields.TOP);
        log.usage(ChatUsage.of(root.get("usage")));
        JsonNode choice = firstChoice(root);
        log.unknownFields(choice, "choices[0].", ChatFields.CHOICE);
        JsonNode message = choice.path("message");
        log.unknownFields(message, "choices[0].message.", ChatFields.MESSAGE);
        String finish = choice.path("finish_reason").asString("");
        log.finish(finish.isEmpty() ? null : finish);
        List<ContentBlock> content = new ArrayList<>();
        addTexts(message, content, log);
        addCalls(message.path("tool_calls"), names, content, log);
        boolean refused = !message.path("refusal").asString("").isEmpty();
        String stopReason = FinishReason.stopReason(log.finish(), log.anyToolCalled(), refused);
        log.stopReason(stopReason);
        return new Answer(
                AnswerIds.message(log.responseId(), request), request.model(), content, stopReason, log.usage());
    }

    private static JsonNode firstChoice(JsonNode root) throws NotAnAnswer {
        if (root.path("error").isObject())
            throw AzureError.of(200, root.path("error")).asNoAnswer();
        JsonNode choices = root.path("choices");
        if (!choices.isArray() || choices.isEmpty())
            throw new NotAnAnswer("Azure's answer is no chat completion: it has no choices");
        return choices.get(0);
    }

    private static void addTexts(JsonNode message, List<ContentBlock> content, AnswerLog log) {
        String reasoning = message.path("reasoning_content").asString("");
        if (!reasoning.isEmpty()) content.add(new ContentBlock.Thinking(reasoning, "", List.of()));
        String text = ChatFields.text(message.path("content"));
        if (!text.isEmpty()) content.add(new ContentBlock.Text(text, List.of()));
        String refusal = message.path("refusal").asString("");
        if (refusal.isEmpty()) return;
        content.add(new ContentBlock.Text(refusal, List.of()));
        log.notes.once(
                Action.MOVED, "choices[0].message.refusal", "content", "sent as text with the stop reason refusal");
    }

    private static void addCalls(JsonNode calls, Map<String, String> names, List<ContentBlock> content, AnswerLog log) {
        for (int i = 0; i < calls.size(); i++) {
            String path = "choices[0].message.tool_calls[" + i + "]";
            JsonNode function = calls.get(i).path("function");
            String sent = function.path("name").asString("");
            if (sent.isEmpty()) {
                log.notes.dropped(path, "a call without a tool's name");
                continue;
            }
            String name = names.getOrDefault(sent, sent);
            String id = calls.get(i).path("id").asString("");
            if (id.isEmpty()) {
                id = CallIds.invented(log.responseId() + "/" + i);
                log.notes.add(Action.INVENTED, path + ".id", id, "Azure gave the call no id");
            }
            String input = ToolInput.object(ChatFields.arguments(function), path + ".function.arguments", log);
            log.toolCalled(name);
            content.add(new ContentBlock.ToolUse(id, name, input, List.of()));
        }
    }
}
