package dev.sightglass.engine.upstream;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import java.util.Optional;

/** The adapter for one upstream API. Pure: no sockets, no clocks, no settings but what the route carries; thread-safe. */
public interface Upstream {
    UpstreamKind kind();

    /**
     * The request to send to Azure, without its credential.
     *
     * @param client the client's request head, secrets inside: only pass-through copies headers from it
     * @throws RequestRefused when this upstream cannot serve the request in any honest way
     */
    UpstreamRequest prepare(MessagesRequest request, RequestHead client, Route route) throws RequestRefused;

    /** The translator for the answer to one request; used by one thread, for one attempt. */
    AnswerTranslator answers(MessagesRequest request, UpstreamRequest sent);

    /**
     * A request that mends what Azure refused (an output-token cap learnt from the message, say), or empty when the refusal
     * stands.
     */
    default Optional<UpstreamRequest> mend(
            MessagesRequest request, UpstreamRequest sent, ResponseHead head, byte[] body) {
        return Optional.empty();
    }
}
