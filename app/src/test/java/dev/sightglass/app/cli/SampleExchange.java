package dev.sightglass.app.cli;

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
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** An exchange that went well, recorded the way the recorder does it. */
final class SampleExchange {
    private static final byte[] REQUEST = bytes("{\"model\":\"gpt-4.1\",\"messages\":[{\"role\":\"user\","
            + "\"content\":\"Tell me about the Vienna Oribasius manuscript.\"}]}");
    private static final byte[] ANSWER = bytes("{\"type\":\"message\",\"role\":\"assistant\",\"content\":"
            + "[{\"type\":\"text\",\"text\":\"A medical codex.\"}],\"stop_reason\":\"end_turn\"}");

    private static final String QUESTION = "Tell me about the Vienna Oribasius manuscript.";

    private SampleExchange() {}

    static void record(ExchangeStore store) {
        record(store, QUESTION);
    }

    /** @param title what the user asked, as its row shows it */
    static void record(ExchangeStore store, String title) {
        ExchangeId id = store.nextId();
        store.save(exchange(id, title));
        append(store, new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0), REQUEST);
        append(store, new BodyRef(id, BodyPart.UPSTREAM_REQUEST, 1), REQUEST);
        append(store, new BodyRef(id, BodyPart.UPSTREAM_RESPONSE, 1), ANSWER);
        append(store, new BodyRef(id, BodyPart.DOWNSTREAM_RESPONSE, 0), ANSWER);
        store.save(exchange(id, title));
    }

    private static void append(ExchangeStore store, BodyRef body, byte[] bytes) {
        store.append(body, 1_000_000, bytes);
        store.finishBody(body);
    }

    private static Exchange exchange(ExchangeId id, String title) {
        Headers json = Headers.of("content-type", "application/json");
        Leg downstream = new Leg(
                new RequestHead("POST", "/anything/v1/messages", json.with("host", "localhost:8000")),
                new Body.Captured(REQUEST.length),
                new ResponseHead(200, json),
                new Body.Captured(ANSWER.length));
        Leg upstream = new Leg(
                new RequestHead("POST", "https://test.openai.azure.com/openai/deployments/gpt-4.1/chat", json),
                new Body.Captured(REQUEST.length),
                new ResponseHead(200, json),
                new Body.Captured(ANSWER.length));
        return new Exchange(
                summary(id, title),
                downstream,
                List.of(new Attempt(1, upstream, 3_000_000, 4_609_000_000L, null, null)),
                List.of());
    }

    private static ExchangeSummary summary(ExchangeId id, String title) {
        Deployment deployment = new Deployment(
                "gpt-4.1",
                UpstreamKind.CHAT,
                "https://test.openai.azure.com",
                "test",
                "2025-01-01-preview",
                ModelFamily.CLASSIC,
                null);
        return new ExchangeSummary(
                id,
                ExchangeSummary.nanosOf(Instant.parse("2026-11-22T14:02:11.123Z")),
                new ClientInfo("127.0.0.1", null, "session-1", null, null, null, null, null),
                new RequestFacts(
                        RequestFacts.Endpoint.MESSAGES,
                        "POST",
                        "/anything/v1/messages",
                        "gpt-4.1",
                        false,
                        1,
                        0,
                        null,
                        null,
                        title),
                new Route("gpt-4.1", deployment, "the model's name is the deployment"),
                new AnswerFacts(
                        "chatcmpl-1",
                        "gpt-4.1-2025-04-14",
                        "end_turn",
                        "stop",
                        List.of(),
                        Usage.reported(137L, 11008L, null, 414L)),
                new Timings(1_000_000, 3_000_000, 900_000_000, 901_000_000, -1, 4_609_000_000L, 4_610_000_000L),
                Outcome.SUCCEEDED,
                200,
                REQUEST.length,
                ANSWER.length,
                REQUEST.length,
                ANSWER.length,
                1,
                0,
                Annotation.NONE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
