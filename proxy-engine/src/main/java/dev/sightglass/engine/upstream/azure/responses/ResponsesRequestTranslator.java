package dev.sightglass.engine.upstream.azure.responses;

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

/** A request of the Messages API as one of the Responses API. Safe for many threads. */
final class ResponsesRequestTranslator {
    private final MessageMapper reasoningMessages;
    private final MessageMapper plainMessages;
    private final ToolOptions tools = new ToolOptions(ToolMapper.Form.FLAT);
    private final SystemPrompt systemPrompt = new SystemPrompt();

    ResponsesRequestTranslator() {
        this(
                new MemoisedMapper(new ResponsesMessageMapper(true)),
                new MemoisedMapper(new ResponsesMessageMapper(false)));
    }

    ResponsesRequestTranslator(MessageMapper reasoningMessages, MessageMapper plainMessages) {
        this.reasoningMessages = reasoningMessages;
        this.plainMessages = plainMessages;
    }

    RequestDraft translate(MessagesRequest request, Deployment deployment, Learnt learnt) throws RequestRefused {
        RequestDraft draft = RequestDraft.begin(request, deployment, learnt);
        JsonOut out = draft.out();
        List<byte[]> prompt =
                systemPrompt.pieces(request.system(), draft.tools().hint(), draft.notes());
        if (!prompt.isEmpty()) out.name("instructions").joined(prompt, "\n\n");
        out.name("input").beginArray();
        draft.writeConversation(draft.rules().reasons() ? reasoningMessages : plainMessages, out.size());
        ResponsesOptions.write(draft);
        tools.write(draft);
        return draft.finish();
    }
}
