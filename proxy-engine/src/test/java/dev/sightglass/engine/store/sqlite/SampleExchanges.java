package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.model.Usage;
import java.time.Instant;
import java.util.List;

/** Exchanges for tests, every field filled. */
public final class SampleExchanges {
    public static final Instant STARTED = Instant.parse("2026-11-22T14:02:11.123456789Z");

    private SampleExchanges() {}

    static Exchange inFlight(ExchangeId id) {
        return exchange(id, Outcome.IN_FLIGHT, new Body.Arriving(0), STARTED);
    }

    static Exchange succeeded(ExchangeId id) {
        return exchange(id, Outcome.SUCCEEDED, new Body.Captured(10), STARTED);
    }

    public static Exchange exchange(ExchangeId id, Outcome outcome, Body answer, Instant started) {
        Headers sent = Headers.of(
                "Accept", "application/json",
                "Content-Type", "application/json",
                "User-Agent", "claude-cli/2.1.330 (external, cli)",
                "X-Claude-Code-Session-Id", "6f1f0a52-7f10-4b6c-9d2e-" + String.format("%012d", id.number() % 40),
                "X-Stainless-Arch", "x64",
                "X-Stainless-Lang", "js",
                "X-Stainless-OS", "Linux",
                "X-Stainless-Retry-Count", "0",
                "X-Stainless-Timeout", "600",
                "anthropic-beta", "claude-code-20250219,interleaved-thinking-2025-05-14",
                "anthropic-version", "2023-06-01",
                "x-api-key", "sk-...abcd",
                "x-app", "cli",
                "Host", "localhost:8000",
                "Content-Length", String.valueOf(100_000 + id.number() * 7919 % 90_000));
        Headers received = Headers.of(
                "Content-Type", "text/event-stream; charset=utf-8",
                "x-request-id", uuid(id.number() * 31 + 7),
                "apim-request-id", uuid(id.number() * 17 + 3),
                "x-ms-region", "Sweden Central",
                "x-ratelimit-remaining-requests", String.valueOf(1000 - id.number() % 900),
                "x-ratelimit-remaining-tokens", String.valueOf(1_000_000 - id.number() * 7919 % 900_000),
                "Date", "Sun, 22 Nov 2026 14:02:11 GMT");
        Body request = new Body.Captured(100);
        Leg downstream = new Leg(
                new RequestHead("POST", "/anything/v1/messages?beta=true", sent),
                request,
                new ResponseHead(200, Headers.of("Content-Type", "text/event-stream", "Cache-Control", "no-cache")),
                answer);
        Leg upstream = new Leg(
                new RequestHead(
                        "POST",
                        "https://contoso.openai.azure.com/openai/deployments/gpt-4.1/chat/completions?api-version=2025-01-01-preview",
                        Headers.of("Content-Type", "application/json", "api-key", "...wxyz")),
                request,
                new ResponseHead(200, received),
                answer);
        TranslationNote note = new TranslationNote(
                TranslationNote.Direction.REQUEST,
                "system[1].cache_control",
                null,
                TranslationNote.Action.DROPPED,
                "Azure caches by itself.");
        return new Exchange(
                summary(id, outcome, started),
                downstream,
                List.of(new Attempt(
                        1, upstream, 1_200_345 + id.number() % 997, 2_100_456_789L + id.number() * 7919, null, null)),
                List.of(note));
    }

    private static ExchangeSummary summary(ExchangeId id, Outcome outcome, Instant started) {
        long jitter = id.number() * 104_729 % 1_000_003;
        return new ExchangeSummary(
                id,
                ExchangeSummary.nanosOf(started),
                new ClientInfo(
                        "127.0.0.1",
                        "claude-cli/2.1.330 (external, cli)",
                        "6f1f0a52-7f10-4b6c-9d2e-" + String.format("%012d", id.number() % 40),
                        null,
                        null,
                        null,
                        uuid(id.number() / 8),
                        null),
                new RequestFacts(
                        RequestFacts.Endpoint.MESSAGES,
                        "POST",
                        "/anything/v1/messages",
                        "claude-sonnet-4-5",
                        true,
                        (int) (2 * (id.number() / 40) + 1),
                        24,
                        32_000,
                        "high",
                        "Please look at the parser and tell why test " + id.number() / 8 + " fails",
                        new PromptFacts(
                                "/home/ada/parser",
                                id.number() / 40 + 1,
                                1,
                                -id.number() / 8,
                                List.of("Bash", "Read"))),
                new Route(
                        "claude-sonnet-4-5",
                        new Deployment(
                                "gpt-4.1",
                                UpstreamKind.CHAT,
                                "https://contoso.openai.azure.com",
                                "contoso",
                                "2025-01-01-preview",
                                ModelFamily.CLASSIC,
                                16_384),
                        "The default deployment."),
                new AnswerFacts(
                        "chatcmpl-" + uuid(id.number() * 13),
                        "gpt-4.1-2025-04-14",
                        "tool_use",
                        "finish_reason: tool_calls",
                        List.of("Bash", "Read"),
                        Usage.reported(120L + jitter % 1000, 45_000L, null, 400L + jitter % 100)),
                new Timings(
                        900_123 + jitter,
                        1_200_345 + jitter,
                        400_200_345 + jitter,
                        400_300_345 + jitter,
                        401_000_000 + jitter,
                        2_100_456_789L + jitter,
                        2_100_956_789L + jitter),
                outcome,
                200,
                187_000 + jitter % 9000,
                12_000 + jitter % 100,
                185_000 + jitter % 9000,
                43_000 + jitter % 300,
                1,
                1,
                Annotation.NONE);
    }

    private static String uuid(long seed) {
        return java.util
                .UUID
                .nameUUIDFromBytes(Long.toString(seed).getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .toString();
    }
}
