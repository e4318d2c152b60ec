package dev.sightglass.engine.importing;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.messages.MalformedRequest;
import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestFacts.Endpoint;
import dev.sightglass.engine.model.RequestHead;
import org.jspecify.annotations.Nullable;

/** What an archive's request says of itself: read from its headers and its body, as when it came. */
final class HarFacts {
    private final RequestHead head;
    private final String path;
    private final @Nullable MessagesRequest body;
    private final @Nullable String session;
    private final @Nullable String title;
    private final @Nullable String model;

    HarFacts(HarLeg leg, Node own) throws MalformedJson {
        head = leg.leg().request();
        int query = head.uri().indexOf('?');
        path = query < 0 ? head.uri() : head.uri().substring(0, query);
        body = endpoint() == Endpoint.MESSAGES ? body(leg.request().bytes()) : null;
        session = own.text("session");
        title = own.text("title");
        model = own.text("requested_model");
    }

    ClientInfo client() {
        Headers headers = head.headers();
        String named = headers.first("x-claude-code-session-id").orElse(session);
        return new ClientInfo(
                "",
                headers.first("user-agent").orElse(null),
                named == null && body != null ? body.sessionId() : named,
                headers.first("x-claude-code-agent-id").orElse(null),
                headers.first("x-claude-code-parent-agent-id").orElse(null),
                headers.first("x-claude-code-agent-type").orElse(null),
                headers.first("x-claude-code-prompt-id").orElse(null),
                headers.first("x-claude-code-request-class").orElse(null));
    }

    RequestFacts request() {
        if (body != null) return body.facts(endpoint(), head.method(), path);
        return new RequestFacts(endpoint(), head.method(), path, model, false, 0, 0, null, null, title);
    }

    private Endpoint endpoint() {
        if (path.endsWith("/v1/messages")) return Endpoint.MESSAGES;
        if (path.endsWith("/v1/messages/count_tokens")) return Endpoint.COUNT_TOKENS;
        return path.endsWith("/v1/models") ? Endpoint.MODELS : Endpoint.OTHER;
    }

    /** Null when the body is no request of the Messages API: the row then tells less. */
    private static @Nullable MessagesRequest body(byte[] bytes) {
        if (bytes.length == 0) return null;
        try {
            return new MessagesCodec().read(bytes);
        } catch (MalformedRequest _) {
            return null;
        }
    }
}
