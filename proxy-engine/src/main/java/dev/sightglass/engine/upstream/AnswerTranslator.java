package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.TranslationNote;
import java.util.List;

/**
 * Turns the answer to one request into the Messages API. One instance for each attempt, used by one thread; its state is
 * what it has seen of the answer.
 */
public interface AnswerTranslator {
    /** True when bytes go to the client as they came, content encoding included. */
    boolean passesThrough();

    /** The headers for the client with an answer of status 2xx; content-type included. */
    Headers headers(ResponseHead head);

    /**
     * A whole 2xx answer as one Messages API message.
     *
     * @throws NotAnAnswer when the bytes are no answer of this API
     */
    byte[] whole(ResponseHead head, byte[] body) throws NotAnAnswer;

    /**
     * A whole 2xx answer as the event stream that the client asked for.
     *
     * @throws NotAnAnswer when the bytes are no answer of this API
     */
    byte[] wholeAsStream(ResponseHead head, byte[] body) throws NotAnAnswer;

    /** The translator for a streamed 2xx answer. */
    StreamTranslator stream(ResponseHead head);

    /** An answer of any other status as the client's error. */
    DownstreamError error(ResponseHead head, byte[] body);

    /** What the answer has said so far. */
    AnswerFacts facts();

    /** What was not carried over as it was, so far. */
    List<TranslationNote> notes();
}
