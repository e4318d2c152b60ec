package dev.sightglass.engine.export;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
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
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.PriceTable;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Exchanges to export, as the recorder would leave them. */
public final class RecordedSamples {
    public static final String REQUEST = """
            {"model": "gpt-4.1", "max_tokens": 32000, "temperature": 1.0, "odd": 0.1234567890123456789012345, "stream": true,
             "messages": [{"role": "user", "content": "Tell me about the Vienna Oribasius manuscript. \\u00e9 \\ud83d\\ude00"}]}""";

    private static final String EVENTS = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"gpt-4.1","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":137,"output_tokens":0}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: ping
            data: {"type":"ping"}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"The Vienna "}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Oribasius"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":414}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    private static final String CHUNKS = """
            data: {"id":"chatcmpl-1","model":"gpt-4.1-2025-04-14","choices":[{"index":0,"delta":{"content":"The Vienna "}}]}

            data: {"id":"chatcmpl-1","model":"gpt-4.1-2025-04-14","choices":[{"index":0,"delta":{"content":"Oribasius"},"finish_reason":"stop"}]}

            data: [DONE]

            """;

    private RecordedSamples() {}

    public static ExportOptions options(ExportLevel level) {
        return new ExportOptions(level, new SecretSanitiser(), new CostCalculator(() -> PriceTable.EMPTY), "1.2.3");
    }

    /** The how-to's own exchange, streamed. */
    public static RecordedExchange streamed(long number) {
        return streamed(number, EVENTS, REQUEST);
    }

    public static RecordedExchange streamed(long number, String events, String request) {
        ExchangeId id = new ExchangeId(number);
        Map<BodyRef, RecordedBody> bodies = new HashMap<>();
        bodies.put(new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0), whole(request));
        bodies.put(new BodyRef(id, BodyPart.UPSTREAM_REQUEST, 1), whole("{\"messages\":[]}"));
        bodies.put(new BodyRef(id, BodyPart.UPSTREAM_RESPONSE, 1), stream(CHUNKS, 4_605_100_007L));
        bodies.put(new BodyRef(id, BodyPart.DOWNSTREAM_RESPONSE, 0), stream(events, 4_605_200_000L));
        return new RecordedExchange(exchange(id, bodies), ref -> bodies.getOrDefault(ref, RecordedBody.EMPTY));
    }

    private static Exchange exchange(ExchangeId id, Map<BodyRef, RecordedBody> bodies) {
        Leg downstream = new Leg(
                new RequestHead(
                        "POST",
                        "/anything/v1/messages?beta=true",
                        Headers.of(
                                "Host", "localhost:8000",
                                "User-Agent", "claude-cli/2.0.37 (external, cli)",
                                "Content-Type", "application/json",
                                "x-api-key", "[redacted ****]",
                                "X-Twice", "a",
                                "x-twice", "b")),
                bodies.get(new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0)).body(),
                new ResponseHead(200, Headers.of("content-type", "text/event-stream; charset=utf-8")),
                bodies.get(new BodyRef(id, BodyPart.DOWNSTREAM_RESPONSE, 0)).body());
        Leg upstream = new Leg(
                new RequestHead(
                        "POST",
                        "https://test.openai.azure.com/openai/deployments/gpt-4.1/chat/completions?api-version=2024-12-01-preview",
                        Headers.of("content-type", "application/json", "api-key", "[redacted ****]")),
                bodies.get(new BodyRef(id, BodyPart.UPSTREAM_REQUEST, 1)).body(),
                new ResponseHead(200, Headers.of("content-type", "text/event-stream")),
                bodies.get(new BodyRef(id, BodyPart.UPSTREAM_RESPONSE, 1)).body());
        Attempt first = new Attempt(1, upstream, 3_000_000, 4_609_000_000L, null, null);
        TranslationNote note = new TranslationNote(
                TranslationNote.Direction.REQUEST, "top_k", null, TranslationNote.Action.DROPPED, "Azure has no top_k");
        return new Exchange(summary(id), downstream, List.of(first), List.of(note));
    }

    private static ExchangeSummary summary(ExchangeId id) {
        Deployment deployment = new Deployment(
                "gpt-4.1",
                UpstreamKind.CHAT,
                "https://test.openai.azure.com",
                "test",
                "2024-12-01-preview",
                ModelFamily.CLASSIC,
                32768);
        Usage usage = new Usage(Usage.Source.REPORTED, 137L, 11008L, null, null, 414L, 0L, 0L, 0L, 0L, null);
        return new ExchangeSummary(
                id,
                ExchangeSummary.nanosOf(Instant.parse("2026-11-22T14:02:11.123456Z")),
                new ClientInfo(
                        "127.0.0.1",
                        "claude-cli/2.0.37 (external, cli)",
                        "session-1",
                        "a1",
                        null,
                        "Explore",
                        null,
                        null),
                new RequestFacts(
                        RequestFacts.Endpoint.MESSAGES,
                        "POST",
                        "/anything/v1/messages",
                        "gpt-4.1",
                        true,
                        1,
                        0,
                        32000,
                        null,
                        "Tell me about the Vienna Oribasius manuscript.",
                        new PromptFacts("/home/ada/oribasius", 77, 1, -5_000_000_000_000_000_001L, List.of("Bash"))),
                new Route("gpt-4.1", deployment, "the model's name is the deployment"),
                new AnswerFacts(
                        "chatcmpl-1",
                        "gpt-4.1-2025-04-14",
                        "end_turn",
                        "finish_reason: stop",
                        List.of("Bash", "Bash"),
                        usage),
                new Timings(
                        1_000_000, 3_000_000, 900_000_000, 901_000_000, 4_606_000_000L, 4_609_000_000L, 4_610_000_001L),
                Outcome.SUCCEEDED,
                200,
                300,
                1200,
                15,
                500,
                1,
                1,
                new Annotation(true, "green", "look at this"));
    }

    private static RecordedBody whole(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RecordedBody(new Body.Captured(bytes.length), bytes, ArrivalMarks.NONE);
    }

    /** A stream of which every event came a millisecond after the one before. */
    private static RecordedBody stream(String text, long firstAt) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String[] events = text.split("(?<=\n\n)");
        long[] times = new long[events.length];
        long[] ends = new long[events.length];
        long end = 0;
        for (int i = 0; i < events.length; i++) {
            end += events[i].getBytes(StandardCharsets.UTF_8).length;
            times[i] = firstAt + i * 1_000_000L;
            ends[i] = end;
        }
        return new RecordedBody(new Body.Captured(bytes.length), bytes, new ArrivalMarks(times, ends));
    }
}
