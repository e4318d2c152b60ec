package dev.sightglass.engine.upstream.azure.foundry;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers pass, each way. Credentials, Host, lengths and all that concerns one connection never do. */
final class PassedHeaders {
    private static final Set<String> REQUEST = Set.of("content-type", "accept", "user-agent");
    private static final Set<String> RESPONSE = Set.of(
            "content-type",
            "content-encoding",
            "cache-control",
            "request-id",
            "apim-request-id",
            "x-request-id",
            "x-ms-request-id",
            "x-ms-region",
            "retry-after",
            "retry-after-ms",
            "x-should-retry");

    /** The codings that the copy can be read in; what Azure sends in another could not be shown to anybody. */
    private static final Set<String> READABLE = Set.of("gzip", "deflate", "identity");

    private PassedHeaders() {}

    static Headers request(Headers client) {
        List<Header> passed = new ArrayList<>();
        for (Header header : client.list()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.equals("accept-encoding")) passed.add(new Header(header.name(), readable(header.value())));
            else if (REQUEST.contains(name) || name.startsWith("anthropic-") || name.startsWith("x-stainless-"))
                passed.add(header);
        }
        return new Headers(passed);
    }

    static Headers response(Headers upstream) {
        return upstream.filter(header -> {
            String name = header.name().toLowerCase(Locale.ROOT);
            return RESPONSE.contains(name) || name.startsWith("anthropic-") || name.startsWith("x-ratelimit-");
        });
    }

    private static String readable(String accepted) {
        List<String> kept = new ArrayList<>();
        for (String coding : accepted.split(",", -1)) {
            String name = coding.strip().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (READABLE.contains(name)) kept.add(coding.strip());
        }
        return kept.isEmpty() ? "identity" : String.join(", ", kept);
    }
}
