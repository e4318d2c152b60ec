package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.TranslationNote.Direction;
import dev.sightglass.engine.upstream.RequestRefused;

/**
 * A request for Azure under construction, and what the parts of its translation share.
 *
 * @param out the body, its object open until {@link #finish}
 */
public record RequestDraft(
        MessagesRequest source,
        Deployment deployment,
        FamilyRules rules,
        Learnt learnt,
        ToolSelection tools,
        JsonOut out,
        Notes notes) {
    /** What the new body may be longer than the client's, at first. */
    private static final int ROOM = 4096;

    /** @throws RequestRefused when the request may not leave this machine as it is */
    public static RequestDraft begin(MessagesRequest request, Deployment deployment, Learnt learnt)
            throws RequestRefused {
        Safeguards.check(request);
        Notes notes = new Notes(Direction.REQUEST);
        ToolSelection tools = ToolSelection.of(request, notes);
        JsonOut out = new JsonOut(request.raw().length + ROOM).beginObject();
        out.field("model", deployment.name());
        return new RequestDraft(request, deployment, FamilyRules.of(deployment.family()), learnt, tools, out, notes);
    }

    /**
     * Writes the conversation into the open array, and closes it.
     *
     * @param before the size of {@code out} when the array was opened
     * @throws RequestRefused when nothing at all was written into it
     */
    public void writeConversation(MessageMapper mapper, int before) throws RequestRefused {
        Conversation.write(source.messages(), mapper, out, notes);
        if (out.size() == before)
            throw new RequestRefused(
                    400, AnthropicErrors.INVALID_REQUEST, "messages: nothing in them that Azure's model could be told");
        out.endArray();
    }

    /** Closes the body, with a note for each field that nobody knew. */
    public RequestDraft finish() {
        FieldNotes.dropped("", source.other(), notes);
        out.endObject();
        return this;
    }
}
