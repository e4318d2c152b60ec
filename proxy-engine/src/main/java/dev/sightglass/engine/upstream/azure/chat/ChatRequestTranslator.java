package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.upstream.RequestRefused;
import dev.sightglass.engine.upstream.azure.Learnt;
import dev.sightglass.engine.upstream.azure.MemoisedMapper;
import dev.sightglass.engine.upstream.azure.MessageMapper;
import dev.sightglass.engine.upstream.azure.RequestDraft;
import dev.sightglass.engine.upstream.azure.SystemPrompt;
import dev.sightglass.engine.upstream.azure.ToolMapper;
import dev.sightglass.engine.upstream.azure.ToolOptions;
import java.util.List;

/** A request of the Messages API as one of Chat Completions. Safe for many threads. */
final class ChatRequestTranslator {
    private final MessageMapper messages;
    private final ToolOptions tools = new ToolOptions(ToolMapper.Form.NESTED);
    private final SystemPrompt systemPrompt = new SystemPrompt();

    ChatRequestTranslator() {
        this(new MemoisedMapper(new ChatMessageMapper()));
    }

    ChatRequestTranslator(MessageMapper messages) {
        this.messages = messages;
    }

    RequestDraft translate(MessagesRequest request, Deployment deployment, Learnt learnt) throws RequestRefused {
        RequestDraft draft = RequestDraft.begin(request, deployment, learnt);
        writeMessages(draft);
        ChatOptions.write(draft);
        tools.write(draft);
        return draft.finish();
    }

    private void writeMessages(RequestDraft draft) throws RequestRefused {
        JsonOut out = draft.out();
        out.name("messages").beginArray();
        int before = out.size();
        List<byte[]> prompt =
                systemPrompt.pieces(draft.source().system(), draft.tools().hint(), draft.notes());
        if (!prompt.isEmpty()) {
            out.beginObject().field("role", "system").name("content");
            out.joined(prompt, "\n\n").endObject();
        }
        draft.writeConversation(messages, before);
    }
}
