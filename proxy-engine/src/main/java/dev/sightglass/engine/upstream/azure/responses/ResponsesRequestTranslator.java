package dev.sightglass.engine.upstream.azure.responses;

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

/** A request of the Messages API as one of the Responses API. Safe for many threads. */
final class ResponsesRequestTranslator {
    private final MessageMapper reasoningMessages;
    private final MessageMapper plainMessages;
    private final ToolMapper tools = new ToolMapper(ToolMapper.Form.FLAT);
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

    ResponsesRequest translate(MessagesRequest request, Deployment deployment, Learnt learnt) throws RequestRefused {
        Safeguards.check(request);
        Notes notes = new Notes(Direction.REQUEST);
        ToolSelection selection = ToolSelection.of(request, notes);
        JsonOut out = new JsonOut(request.raw().length + 4096).beginObject();
        ResponsesRequest responses = new ResponsesRequest(
                request, deployment, FamilyRules.of(deployment.family()), learnt, selection, out, notes);
        out.field("model", deployment.name());
        List<byte[]> prompt = systemPrompt.pieces(request.system(), selection.hint(), notes);
        if (!prompt.isEmpty()) out.name("instructions").joined(prompt, "\n\n");
        writeInput(responses);
        ResponsesOptions.write(responses);
        ResponsesToolOptions.write(responses, tools);
        FieldNotes.dropped("", request.other(), notes);
        out.endObject();
        return responses;
    }

    private void writeInput(ResponsesRequest responses) throws RequestRefused {
        JsonOut out = responses.out().name("input").beginArray();
        int before = out.size();
        MessageMapper mapper = responses.rules().reasons() ? reasoningMessages : plainMessages;
        Conversation.write(responses.source().messages(), mapper, out, responses.notes());
        if (out.size() == before)
            throw new RequestRefused(
                    400, AnthropicErrors.INVALID_REQUEST, "messages: nothing in them that Azure's model could be told");
        out.endArray();
    }
}
