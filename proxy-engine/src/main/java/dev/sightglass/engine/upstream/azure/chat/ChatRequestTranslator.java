package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.TranslationNote.Direction;
import dev.sightglass.engine.upstream.RequestRefused;
import dev.sightglass.engine.upstream.azure.Conversation;
import dev.sightglass.engine.upstream.azure.FamilyRules;
import dev.sightglass.engine.upstream.azure.FieldNotes;
import dev.sightglass.engine.upstream.azure.Learnt;
import dev.sightglass.engine.upstream.azure.MemoisedMapper;
import dev.sightglass.engine.upstream.azure.MessageMapper;
import dev.sightglass.engine.upstream.azure.Notes;
import dev.sightglass.engine.upstream.azure.Safeguards;
import dev.sightglass.engine.upstream.azure.SystemPrompt;
import dev.sightglass.engine.upstream.azure.ToolMapper;
import dev.sightglass.engine.upstream.azure.ToolSelection;
import java.util.List;

/** A request of the Messages API as one of Chat Completions. Safe for many threads. */
final class ChatRequestTranslator {
    private final MessageMapper messages;
    private final ToolMapper tools = new ToolMapper(ToolMapper.Form.NESTED);
    private final SystemPrompt systemPrompt = new SystemPrompt();

    ChatRequestTranslator() {
        this(new MemoisedMapper(new ChatMessageMapper()));
    }

    ChatRequestTranslator(MessageMapper messages) {
        this.messages = messages;
    }

    ChatRequest translate(MessagesRequest request, Deployment deployment, Learnt learnt) throws RequestRefused {
        Safeguards.check(request);
        Notes notes = new Notes(Direction.REQUEST);
        ToolSelection selection = ToolSelection.of(request, notes);
        JsonOut out = new JsonOut(request.raw().length + 4096).beginObject();
        ChatRequest chat = new ChatRequest(
                request, deployment, FamilyRules.of(deployment.family()), learnt, selection, out, notes);
        out.field("model", deployment.name());
        writeMessages(chat);
        ChatOptions.write(chat);
        ChatToolOptions.write(chat, tools);
        FieldNotes.dropped("", request.other(), notes);
        out.endObject();
        return chat;
    }

    private void writeMessages(ChatRequest chat) throws RequestRefused {
        JsonOut out = chat.out();
        out.name("messages").beginArray();
        int before = out.size();
        List<byte[]> prompt =
                systemPrompt.pieces(chat.source().system(), chat.tools().hint(), chat.notes());
        if (!prompt.isEmpty()) {
            out.beginObject().field("role", "system").name("content");
            out.joined(prompt, "\n\n").endObject();
        }
        Conversation.write(chat.source().messages(), messages, out, chat.notes());
        if (out.size() == before)
            throw new RequestRefused(
                    400, AnthropicErrors.INVALID_REQUEST, "messages: nothing in them that Azure's model could be told");
        out.endArray();
    }
}
