package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import java.util.Locale;
import java.util.Set;

/** Which of an answer's headers reach the client: those it knows what to do with, nothing else. */
final class AnswerHeaders {
    private static final Set<String> NAMES = Set.of(
            "content-type",
            "content-encoding",
            "cache-control",
            "request-id",
            "x-request-id",
            "apim-request-id",
            "x-should-retry",
            "retry-after",
            "retry-after-ms");

    private AnswerHeaders() {}

    /** @param own what is added unless the answer says it itself */
    static Headers allowed(Headers answer, Headers own) {
        Headers allowed = answer.filter(AnswerHeaders::passes);
        for (Header header : own.list())
            if (allowed.first(header.name()).isEmpty()) allowed = allowed.with(header.name(), header.value());
        return allowed;
    }

    private static boolean passes(Header header) {
        String name = header.name().toLowerCase(Locale.ROOT);
        boolean known = NAMES.contains(name) || name.startsWith("anthropic-") || name.startsWith("x-ratelimit-");
        return known && header.value().chars().noneMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f);
    }
}
