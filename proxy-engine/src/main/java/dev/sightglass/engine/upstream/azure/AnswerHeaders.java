package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The headers of translated answers: the content's type and the request's id, and nothing else of Azure's. */
public final class AnswerHeaders {
    private static final List<String> REQUEST_IDS =
            List.of("request-id", "apim-request-id", "x-request-id", "x-ms-request-id");

    private AnswerHeaders() {}

    public static Headers of(ResponseHead head, boolean stream) {
        List<Header> headers = new ArrayList<>();
        if (stream) {
            headers.add(new Header("content-type", "text/event-stream; charset=utf-8"));
            headers.add(new Header("cache-control", "no-cache"));
        } else {
            headers.add(new Header("content-type", "application/json"));
        }
        headers.addAll(requestId(head.headers()));
        return new Headers(headers);
    }

    /** Azure's id of the request under the name that the Messages API gives it; empty when there is none. */
    static List<Header> requestId(Headers headers) {
        Stream<Optional<String>> found = REQUEST_IDS.stream().map(headers::first);
        return found.flatMap(Optional::stream)
                .limit(1)
                .map(id -> new Header("request-id", id))
                .toList();
    }
}
