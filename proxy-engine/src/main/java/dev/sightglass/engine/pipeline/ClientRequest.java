package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestHead;

/**
 * A request of the client, read to its end.
 *
 * @param path without the query
 * @param body without its content encoding; nobody changes it
 */
public record ClientRequest(RequestHead head, RequestFacts.Endpoint endpoint, String path, byte[] body) {
    /** What can be said of it without reading the body. */
    public RequestFacts plainFacts() {
        return new RequestFacts(endpoint, head.method(), path, null, false, 0, 0, null, null, null);
    }
}
