package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.messages.Answer;
import dev.sightglass.engine.codec.messages.AnswerWriter;
import dev.sightglass.engine.codec.messages.MessageStreamWriter;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.DownstreamError;
import dev.sightglass.engine.upstream.NotAnAnswer;
import dev.sightglass.engine.upstream.StreamTranslator;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** The answer to one request, of an API that does not speak the Messages API; what differs between those is its dialect. */
public final class TranslatedAnswer implements AnswerTranslator {
    private final boolean asStream;
    private final Dialect dialect;
    private final AnswerLog log = new AnswerLog();

    /** How one API answers; both write what they see to the log. */
    public interface Dialect {
        /**
         * A whole answer as a message.
         *
         * @throws NotAnAnswer when the bytes are no answer of this API
         */
        Answer whole(byte[] body, AnswerLog log) throws NotAnAnswer;

        StreamTranslator stream(AnswerLog log);
    }

    /** @param asStream whether the client asked for a stream */
    public TranslatedAnswer(boolean asStream, Dialect dialect) {
        this.asStream = asStream;
        this.dialect = dialect;
    }

    @Override
    public boolean passesThrough() {
        return false;
    }

    @Override
    public Headers headers(ResponseHead head) {
        return AnswerHeaders.of(head, asStream);
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

    private Answer answer(ResponseHead head, byte[] body) throws NotAnAnswer {
        NotJson.check(head, body);
        return dialect.whole(body, log);
    }

    @Override
    public StreamTranslator stream(ResponseHead head) {
        return dialect.stream(log);
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
}
