package dev.sightglass.simulator;

import dev.sightglass.simulator.api.Ids;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.wire.Header;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The headers that Azure puts on its answers. The remaining limits fall with each request, so that they can be followed. */
final class AzureHeaders {
    private static final int REQUEST_LIMIT = 2_500;
    private static final long TOKEN_LIMIT = 2_500_000;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final AtomicInteger requestsLeft = new AtomicInteger(REQUEST_LIMIT);
    private final AtomicLong tokensLeft = new AtomicLong(TOKEN_LIMIT);

    /** Headers of an answer by a model; counts its tokens against the limit. */
    List<Header> ofAnswer(Api api, String deployment, int tokens) {
        int requests = requestsLeft.updateAndGet(left -> left > 1 ? left - 1 : REQUEST_LIMIT);
        long left = tokensLeft.updateAndGet(before -> before > tokens ? before - tokens : TOKEN_LIMIT);
        List<Header> headers = ofAny();
        headers.add(new Header("x-ms-rai-invoked", "true"));
        headers.add(new Header("x-ms-deployment-name", deployment));
        headers.add(
                new Header("azureml-model-session", "v20260401-1-" + Math.floorMod(deployment.hashCode(), 1_000_000)));
        headers.add(new Header("x-ratelimit-limit-requests", Integer.toString(REQUEST_LIMIT)));
        headers.add(new Header("x-ratelimit-limit-tokens", Long.toString(TOKEN_LIMIT)));
        headers.add(new Header("x-ratelimit-remaining-requests", Integer.toString(requests)));
        headers.add(new Header("x-ratelimit-remaining-tokens", Long.toString(left)));
        if (api == Api.MESSAGES) {
            headers.add(new Header("request-id", "req_" + Ids.random(24)));
        }
        return headers;
    }

    /** Headers that are on every answer, errors too. */
    List<Header> ofAny() {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Date", DATE.format(ZonedDateTime.now(ZoneOffset.UTC))));
        headers.add(new Header("apim-request-id", UUID.randomUUID().toString()));
        headers.add(new Header("x-request-id", UUID.randomUUID().toString()));
        headers.add(new Header("x-ms-region", "Sweden Central"));
        headers.add(new Header("x-content-type-options", "nosniff"));
        headers.add(new Header("strict-transport-security", "max-age=31536000; includeSubDomains; preload"));
        return headers;
    }
}
