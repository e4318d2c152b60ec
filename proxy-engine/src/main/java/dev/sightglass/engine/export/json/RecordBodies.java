package dev.sightglass.engine.export.json;

import dev.sightglass.engine.codec.messages.MessageAccumulator;
import dev.sightglass.engine.detail.StreamEventView;
import dev.sightglass.engine.export.BodyContent;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.JsonText;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.ResponseHead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of one exchange, each written once: the downstream ones as the payload, the others with their legs. */
final class RecordBodies {
    private final RecordOut out;
    private final RecordedExchange recorded;
    private final ExportOptions options;
    private final BodyContent request;
    private final BodyContent response;

    RecordBodies(RecordOut out, RecordedExchange recorded, ExportOptions options) {
        this.out = out;
        this.recorded = recorded;
        this.options = options;
        Leg leg = recorded.exchange().downstream();
        ResponseHead head = leg.response();
        this.request = content(BodyPart.DOWNSTREAM_REQUEST, 0, leg.request().headers());
        this.response = content(BodyPart.DOWNSTREAM_RESPONSE, 0, head == null ? Headers.NONE : head.headers());
    }

    /** The client's request as JSON, or null when it is none. */
    @Nullable
    String requestPayload() {
        return request instanceof BodyContent.Json json ? json.json() : null;
    }

    /** The answer as one JSON message, put together when it was streamed; null when it is none. */
    @Nullable
    String responsePayload() {
        if (!options.content()) return null;
        return switch (response) {
            case BodyContent.Json json -> json.json();
            case BodyContent.Events events -> message(events);
            case BodyContent.None _, BodyContent.Text _, BodyContent.Binary _, BodyContent.Withheld _ -> null;
        };
    }

    private @Nullable String message(BodyContent.Events events) {
        MessageAccumulator message = new MessageAccumulator();
        for (StreamEventView event : events.events()) {
            if (event.data() != null) message.accept(event.data());
        }
        String json = message.json();
        return json == null ? null : JsonText.compact(json, options.active()).orElse(null);
    }

    void write(BodyPart part, int attempt, Body body, Headers headers) {
        BodyContent content = contentOf(part, attempt, headers);
        out.object("body", () -> {
            state(body);
            place(part, content);
        });
        if (content instanceof BodyContent.Events events)
            out.array("events", () -> events.events().forEach(this::event));
    }

    private BodyContent contentOf(BodyPart part, int attempt, Headers headers) {
        return switch (part) {
            case DOWNSTREAM_REQUEST -> request;
            case DOWNSTREAM_RESPONSE -> response;
            case UPSTREAM_REQUEST, UPSTREAM_RESPONSE -> content(part, attempt, headers);
        };
    }

    private BodyContent content(BodyPart part, int attempt, Headers headers) {
        if (!options.content() && !stream(headers)) return new BodyContent.None();
        return BodyContent.of(recorded.body(part, attempt), headers, options.active());
    }

    private static boolean stream(Headers headers) {
        return headers.first("content-type").orElse("").startsWith("text/event-stream");
    }

    private void state(Body body) {
        out.number("size", body.size());
        switch (body) {
            case Body.Captured _ when !options.content() -> leftOut();
            case Body.Truncated _ when !options.content() -> leftOut();
            case Body.Captured _ -> out.word("state", "captured");
            case Body.Arriving _ -> out.word("state", "arriving");
            case Body.Empty _ -> out.word("state", "empty");
            case Body.Truncated truncated -> {
                out.word("state", "truncated");
                out.number("kept", truncated.kept());
            }
            case Body.NotCaptured missing -> {
                out.word("state", "not_captured");
                out.word("reason", Words.of(missing.reason()));
            }
        }
    }

    private void leftOut() {
        out.word("state", "not_captured");
        out.word("reason", Words.of(Body.Reason.SWITCHED_OFF));
    }

    private void place(BodyPart part, BodyContent content) {
        boolean payload = part == BodyPart.DOWNSTREAM_REQUEST || part == BodyPart.DOWNSTREAM_RESPONSE;
        switch (content) {
            case BodyContent.None _ -> out.word("content", "none");
            case BodyContent.Withheld _ -> out.word("content", "withheld");
            case BodyContent.Events _ -> out.word("content", "events");
            case BodyContent.Json _ when payload -> out.word("content", "payload");
            case BodyContent.Json json
            when same(part, json).isPresent() ->
                out.word("content", same(part, json).get());
            case BodyContent.Json json -> {
                out.word("content", "json");
                out.raw("json", json.json());
            }
            case BodyContent.Text text -> {
                out.word("content", "text");
                out.word("text", text.text());
            }
            case BodyContent.Binary binary -> {
                out.word("content", "base64");
                out.word("base64", binary.base64());
            }
        }
    }

    /** Where an upstream body stands already when it is the downstream one unchanged, as on pass-through. */
    private Optional<String> same(BodyPart part, BodyContent.Json json) {
        BodyContent other = part == BodyPart.UPSTREAM_REQUEST ? request : response;
        return json.equals(other) ? Optional.of("payload") : Optional.empty();
    }

    private void event(StreamEventView event) {
        out.object(() -> {
            out.millis("at", event.at());
            out.word("type", event.type());
            if (options.content()) data(event);
            if (!event.complete()) out.truth("cut", true);
        });
    }

    private void data(StreamEventView event) {
        String data = event.data();
        if (event.comment() != null) out.word("comment", event.comment());
        if (data == null) return;
        Optional<String> json = JsonText.compact(data, options.active());
        if (json.isPresent()) out.raw("data", json.get());
        else out.text("text", data);
    }
}
