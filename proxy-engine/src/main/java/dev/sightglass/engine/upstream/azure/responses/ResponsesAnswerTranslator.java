package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.codec.messages.Answer;
import dev.sightglass.engine.codec.messages.AnswerWriter;
import dev.sightglass.engine.codec.messages.MessageStreamWriter;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.DownstreamError;
import dev.sightglass.engine.upstream.NotAnAnswer;
import dev.sightglass.engine.upstream.StreamTranslator;
import dev.sightglass.engine.upstream.azure.AnswerHeaders;
import dev.sightglass.engine.upstream.azure.AnswerLog;
import dev.sightglass.engine.upstream.azure.AzureErrors;
import dev.sightglass.engine.upstream.azure.NotJson;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/** The answer of the Responses API to one request. */
final class ResponsesAnswerTranslator implements AnswerTranslator {
    private final MessagesRequest request;
    private final Map<String, String> names;
    private final AnswerLog log = new AnswerLog();

    ResponsesAnswerTranslator(MessagesRequest request, Map<String, String> names) {
        this.request = request;
        this.names = names;
    }

    @Override
    public boolean passesThrough() {
        return false;
    }

    @Override
    public Headers headers(ResponseHead head) {
        return AnswerHeaders.of(head, request.stream());
    }

    @Override
    public byte[] whole(ResponseHead head, byte[] body) throws NotAnAnswer {
        return AnswerWriter.message(answer(head, body));
    }

    @Override
    public byte[] wholeAsStream(ResponseHead head, byte[] body) throws NotAnAnswer {
        MessageStreamWriter writer = new MessageStreamWriter();
        AnswerWriter.events(answer(head, body), writer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.drainTo(out);
        return out.toByteArray();
    }

    @Override
    public StreamTranslator stream() {
        return new ResponsesStreamTranslator(request, names, log);
    }

    @Override
    public DownstreamError error(ResponseHead head, byte[] body) {
        return AzureErrors.translate(head, body);
    }

    @Override
    public AnswerFacts facts() {
        return log.facts();
    }

    @Override
    public List<TranslationNote> notes() {
        return log.notes.list();
    }

    private Answer answer(ResponseHead head, byte[] body) throws NotAnAnswer {
        NotJson.check(head, body);
        return ResponsesAnswer.of(body, request, names, log);
    }
}
