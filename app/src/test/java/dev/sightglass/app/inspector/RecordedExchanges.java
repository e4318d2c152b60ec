package dev.sightglass.app.inspector;

import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.TranslationNote.Direction;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Exchanges with bodies and headers, as the recorder would have kept them. */
public final class RecordedExchanges {
    private static final String STREAM = "text/event-stream; charset=utf-8";

    private RecordedExchanges() {}

    /** A store with a conversation of several turns, of which the last has all its bodies; and that one. */
    public static ExchangeSummary conversation(FakeExchangeStore store) {
        for (long n = 1; n < 31; n += 2) add(store, SampleExchanges.done(n), "client-request-before.json");
        ExchangeSummary last = SampleExchanges.done(31);
        add(store, last, "client-request.json");
        return last;
    }

    /** Puts an exchange with both legs and four bodies into the store. */
    public static void add(FakeExchangeStore store, ExchangeSummary summary, String request) {
        add(store, summary, resource(request));
    }

    /** The same with a request of the test's own. */
    public static void add(FakeExchangeStore store, ExchangeSummary summary, byte[] request) {
        put(store, summary, BodyPart.DOWNSTREAM_REQUEST, request, false);
        put(store, summary, BodyPart.UPSTREAM_REQUEST, resource("azure-request.json"), false);
        put(store, summary, BodyPart.UPSTREAM_RESPONSE, resource("azure-answer.sse"), true);
        put(store, summary, BodyPart.DOWNSTREAM_RESPONSE, resource("client-answer.sse"), true);
        store.save(exchange(summary));
    }

    /** An exchange that Azure refused with this body. */
    public static ExchangeSummary refused(FakeExchangeStore store, long n, Outcome.ApiError error, String body) {
        ExchangeSummary summary = SampleExchanges.ended(n, error, error.status());
        put(store, summary, BodyPart.DOWNSTREAM_REQUEST, resource("client-request.json"), false);
        put(store, summary, BodyPart.UPSTREAM_REQUEST, resource("azure-request.json"), false);
        put(store, summary, BodyPart.UPSTREAM_RESPONSE, bytes(body), false);
        put(store, summary, BodyPart.DOWNSTREAM_RESPONSE, bytes(body), false);
        Exchange usual = exchange(summary);
        ResponseHead head = new ResponseHead(error.status(), Headers.of("content-type", "application/json"));
        Attempt attempt = usual.attempts().getFirst();
        Leg upstream = new Leg(
                attempt.leg().request(), attempt.leg().requestBody(), head, new Body.Captured(bytes(body).length));
        Leg downstream = new Leg(
                usual.downstream().request(),
                usual.downstream().requestBody(),
                head,
                new Body.Captured(bytes(body).length));
        store.save(new Exchange(
                summary,
                downstream,
                List.of(new Attempt(1, upstream, attempt.sentAt(), attempt.endedAt(), null, null)),
                usual.notes()));
        return summary;
    }

    /** An exchange that Azure answered at the third attempt. */
    public static ExchangeSummary retried(FakeExchangeStore store, long n) {
        ExchangeSummary done = SampleExchanges.done(n);
        long sent = 2_400_000_000L;
        Timings timings = new Timings(
                4_000_000,
                sent,
                sent + 400_000_000,
                sent + 410_000_000,
                sent + 500_000_000,
                sent + 1_900_000_000,
                sent + 1_902_500_000);
        ExchangeSummary summary = SampleExchanges.make(n, done.answer(), timings, done.outcome(), 200);
        add(store, summary, "client-request.json");
        Exchange usual = store.find(summary.id()).orElseThrow();
        Leg leg = usual.attempts().getFirst().leg();
        Leg limited = new Leg(
                leg.request(),
                leg.requestBody(),
                new ResponseHead(429, Headers.of("retry-after", "1")),
                new Body.Captured(120));
        store.save(new Exchange(
                summary,
                usual.downstream(),
                List.of(
                        new Attempt(1, limited, 9_000_000, 180_000_000, null, "rate limit reached"),
                        new Attempt(
                                2,
                                limited,
                                1_200_000_000,
                                1_390_000_000,
                                "after 1 s, as retry-after asked",
                                "rate limit reached"),
                        new Attempt(3, leg, sent, sent + 1_900_000_000, "after 1 s, as retry-after asked", null)),
                usual.notes()));
        return summary;
    }

    /** Replaces what went to the client so far. */
    public static void answerSoFar(FakeExchangeStore store, ExchangeSummary summary, byte[] bytes) {
        put(store, summary, BodyPart.DOWNSTREAM_RESPONSE, bytes, true);
    }

    /** Puts an exchange of which only the request's head is known into the store. */
    public static void addBare(FakeExchangeStore store, ExchangeSummary summary) {
        RequestHead head = new RequestHead("POST", "/anything/v1/messages", Headers.of("accept", "*/*"));
        Leg downstream = new Leg(head, new Body.Arriving(0), null, Body.EMPTY);
        store.save(new Exchange(summary, downstream, List.of(), List.of()));
    }

    /** Puts an exchange into a store of which just the client's request has a body, of no stated type. */
    public static void addRequest(ExchangeStore store, ExchangeSummary summary, byte[] body) {
        BodyRef ref = new BodyRef(summary.id(), BodyPart.DOWNSTREAM_REQUEST, 0);
        RequestHead head = new RequestHead("POST", "/anything/v1/messages", Headers.of("accept", "*/*"));
        store.append(ref, 1_000_000, body);
        Leg downstream = new Leg(head, store.finishBody(ref), null, Body.EMPTY);
        store.save(new Exchange(summary, downstream, List.of(), List.of()));
    }

    private static void put(
            FakeExchangeStore store, ExchangeSummary summary, BodyPart part, byte[] bytes, boolean stream) {
        boolean upstream = part == BodyPart.UPSTREAM_REQUEST || part == BodyPart.UPSTREAM_RESPONSE;
        ArrivalMarks marks = stream ? marks(bytes, summary) : ArrivalMarks.NONE;
        store.put(new BodyRef(summary.id(), part, upstream ? 1 : 0), bytes, marks);
    }

    /** One piece an event; a pause of seven seconds after the thirtieth. */
    private static ArrivalMarks marks(byte[] bytes, ExchangeSummary summary) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i < bytes.length; i++) if (bytes[i] == '\n' && bytes[i - 1] == '\n') ends.add(i + 1);
        long at = Math.max(1, summary.timings().firstUpstreamByte());
        long[] times = new long[ends.size()];
        for (int i = 0; i < times.length; i++) {
            at += (i == 30 ? 7_000 : 11 + i * 7 % 23) * 1_000_000L;
            times[i] = at;
        }
        return new ArrivalMarks(
                times, ends.stream().mapToLong(Integer::longValue).toArray());
    }

    public static byte[] resource(String name) {
        try (InputStream in = RecordedExchanges.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Exchange exchange(ExchangeSummary summary) {
        Leg downstream = new Leg(
                new RequestHead(
                        "POST",
                        "/anything/v1/messages?beta=true",
                        Headers.of(
                                "Accept", "application/json",
                                "Content-Type", "application/json",
                                "User-Agent", "claude-cli/2.1.330 (external, cli)",
                                "x-api-key", "[redacted …c4f1]",
                                "anthropic-version", "2023-06-01",
                                "anthropic-beta", "claude-code-20250219,interleaved-thinking-2025-05-14",
                                "X-Claude-Code-Session-Id", "5f1c0a9e-7d0b-4a34-9a38-0d3b2f7f2f10",
                                "Accept-Encoding", "gzip, deflate, br, zstd")),
                new Body.Captured(summary.requestSize()),
                new ResponseHead(200, Headers.of("Content-Type", STREAM, "Cache-Control", "no-cache")),
                new Body.Captured(summary.responseSize()));
        Leg upstream = new Leg(
                new RequestHead(
                        "POST",
                        "https://demo.openai.azure.com/openai/deployments/gpt-4.1/chat/completions?api-version=2025-01-01-preview",
                        Headers.of("api-key", "[redacted …09be]", "content-type", "application/json")),
                new Body.Captured(summary.upstreamRequestSize()),
                new ResponseHead(
                        200,
                        Headers.of(
                                "content-type", STREAM,
                                "apim-request-id", "3f6f8a5d-0f55-4c2a-93b0-3f0ad5f6f2b4",
                                "x-ratelimit-remaining-requests", "249",
                                "x-ratelimit-remaining-tokens", "238855",
                                "x-ms-region", "Sweden Central")),
                new Body.Captured(summary.upstreamResponseSize()));
        Attempt attempt = new Attempt(
                1, upstream, summary.timings().upstreamSent(), summary.timings().lastUpstreamByte(), null, null);
        return new Exchange(summary, downstream, List.of(attempt), notes());
    }

    private static List<TranslationNote> notes() {
        return List.of(
                note(
                        "system[0]",
                        null,
                        Action.DROPPED,
                        "The billing line changes with every conversation and would defeat Azure's prompt cache."),
                note(
                        "max_tokens",
                        "max_completion_tokens",
                        Action.RENAMED,
                        "Azure's newer models take only this name."),
                note("thinking", null, Action.DROPPED, "This model does not reason on demand."),
                note(
                        "messages[2].content[0]",
                        null,
                        Action.DROPPED,
                        "Chat Completions has no place for thinking of earlier turns."),
                note(
                        "messages[3].content[1].content[0]",
                        "messages[6].content[0]",
                        Action.MOVED,
                        "A tool message holds text only: the picture follows in a user message."),
                note("metadata.user_id", null, Action.DROPPED, "Longer than the 64 characters that Azure takes."),
                note("context_management", null, Action.DROPPED, "Chat Completions does not know it."));
    }

    private static TranslationNote note(String path, @Nullable String target, Action action, String reason) {
        return new TranslationNote(Direction.REQUEST, path, target, action, reason);
    }
}
