package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.upstream.DownstreamError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Azure's error responses as the Messages API has them. */
public final class AzureErrors {
    private static final int OVERLOADED_STATUS = 529;

    private AzureErrors() {}

    public static DownstreamError translate(ResponseHead head, byte[] body) {
        AzureError error = AzureError.of(head.status(), body);
        int status = status(head.status(), error);
        String type = AnthropicErrors.typeFor(status);
        Headers headers = headers(head, status);
        String requestId = headers.first("request-id").orElse(null);
        byte[] envelope = AnthropicErrors.envelope(type, error.message(), requestId);
        return new DownstreamError(status, headers, type, error.code(), error.message(), envelope);
    }

    /** Overflow is never 413, which the client takes for a body that is too big; overload is 529. */
    private static int status(int status, AzureError error) {
        boolean overflow = error.message().startsWith("prompt is too long")
                || error.message().startsWith("input length and `max_tokens`");
        if (overflow) return 400;
        if (status == 503) return OVERLOADED_STATUS;
        return status >= 400 && status < 600 ? status : 502;
    }

    private static Headers headers(ResponseHead head, int status) {
        List<Header> kept = new ArrayList<>(AnswerHeaders.requestId(head.headers()));
        for (Header header : head.headers().list()) if (tellsOfLimits(header)) kept.add(header);
        retryAfter(head.headers()).ifPresent(kept::add);
        if (status == 401 && head.headers().first("x-should-retry").isEmpty())
            kept.add(new Header("x-should-retry", "false")); // a wrong key stays wrong
        return new Headers(kept);
    }

    private static boolean tellsOfLimits(Header header) {
        String name = header.name().toLowerCase(Locale.ROOT);
        return name.equals("retry-after")
                || name.equals("retry-after-ms")
                || name.equals("x-should-retry")
                || name.startsWith("x-ratelimit-");
    }

    /** The client's loop reads whole seconds only. */
    private static Optional<Header> retryAfter(Headers headers) {
        if (headers.first("retry-after").isPresent()) return Optional.empty();
        @Nullable String millis = headers.first("retry-after-ms").orElse(null);
        if (millis == null) return Optional.empty();
        try {
            long seconds = Math.ceilDiv(Long.parseLong(millis.strip()), 1000L);
            return Optional.of(new Header("retry-after", Long.toString(Math.max(0, seconds))));
        } catch (NumberFormatException _) {
            return Optional.empty(); // not a number: the header itself is kept, nothing is made of it
        }
    }
}
