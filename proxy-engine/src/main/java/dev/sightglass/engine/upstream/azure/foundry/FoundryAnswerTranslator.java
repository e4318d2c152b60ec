package dev.sightglass.engine.upstream.azure.foundry;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.DownstreamError;
import dev.sightglass.engine.upstream.NotAnAnswer;
import dev.sightglass.engine.upstream.StreamTranslator;
import dev.sightglass.engine.upstream.azure.AzureError;
import dev.sightglass.engine.upstream.azure.NotJson;
import java.util.List;

/** The answer of Foundry's Messages endpoint to one request: passed on as it is, read on the side. */
final class FoundryAnswerTranslator implements AnswerTranslator {
    private final MessageFacts facts = new MessageFacts();

    @Override
    public boolean passesThrough() {
        return true;
    }

    @Override
    public Headers headers(ResponseHead head) {
        return PassedHeaders.response(head.headers());
    }

    @Override
    public byte[] whole(ResponseHead head, byte[] body) throws NotAnAnswer {
        NotJson.check(head, body);
        facts.whole(Decoded.of(head, body));
        return body;
    }

    /** Unchanged too: the content type says what it is. */
    @Override
    public byte[] wholeAsStream(ResponseHead head, byte[] body) throws NotAnAnswer {
        return whole(head, body);
    }

    @Override
    public StreamTranslator stream(ResponseHead head) {
        return new FoundryStream(Decoded.coding(head), facts);
    }

    @Override
    public DownstreamError error(ResponseHead head, byte[] body) {
        AzureError error = AzureError.passedOn(head.status(), Decoded.of(head, body));
        String type = error.code() == null ? AnthropicErrors.typeFor(head.status()) : error.code();
        Headers headers = PassedHeaders.response(head.headers());
        return new DownstreamError(head.status(), headers, type, error.code(), error.message(), body);
    }

    @Override
    public AnswerFacts facts() {
        return facts.facts();
    }

    @Override
    public List<TranslationNote> notes() {
        return List.of();
    }
}
