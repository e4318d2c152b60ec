package dev.sightglass.engine.importing;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the JSON export writes; for a record of Kong's, the one leg that it logs. */
final class LegReader {
    private final ExchangeId id;
    private final String method;
    private final @Nullable RawValue requestPayload;
    private final @Nullable RawValue responsePayload;
    private final String uri;
    private final Headers requestHeaders;
    private final @Nullable Integer status;
    private final Headers responseHeaders;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<BodyRef, RecordedBody> bodies = new HashMap<>();
    private Leg downstream;

    LegReader(ExchangeId id, Node payload, Node request, Node response, String method) throws MalformedJson {
        this.id = id;
        this.method = method;
        this.requestPayload = payload.raw("request");
        this.responsePayload = payload.raw("response");
        this.uri = request.text("uri", "/");
        this.requestHeaders = named(request.raw("headers"));
        this.status = response.integer("status");
        this.responseHeaders = named(response.raw("headers"));
        ResponseHead head = status == null ? null : new ResponseHead(status, responseHeaders);
        this.downstream = new Leg(new RequestHead(method, uri, requestHeaders), Body.EMPTY, head, Body.EMPTY);
    }

    String path() {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    int status() {
        return status == null ? 0 : status;
    }

    Leg downstream() {
        return downstream;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    Map<BodyRef, RecordedBody> bodies() {
        return bodies;
    }

    void read(Node own) throws MalformedJson {
        if (own.present()) {
            downstream = leg(own, "downstream", 0);
            attempts(own);
        } else {
            downstream = new Leg(
                    downstream.request(),
                    foreign(BodyPart.DOWNSTREAM_REQUEST, requestPayload),
                    downstream.response(),
                    foreign(BodyPart.DOWNSTREAM_RESPONSE, responsePayload));
        }
    }

    private Body foreign(BodyPart part, @Nullable RawValue payload) throws MalformedJson {
        if (payload == null) return new Body.NotCaptured(0, Body.Reason.SWITCHED_OFF);
        RecordedBody body = BodyReader.ofJson(payload);
        bodies.put(new BodyRef(id, part, 0), body);
        return body.body();
    }

    private void attempts(Node own) throws MalformedJson {
        List<RawValue> values = own.array("attempts");
        for (int i = 0; i < values.size(); i++) {
            Node attempt = Node.of(values.get(i));
            int number = (int) attempt.number("number", i + 1L);
            Leg leg = i == values.size() - 1 ? leg(own, "upstream", number) : leg(attempt, number);
            attempts.add(new Attempt(
                    number,
                    leg,
                    attempt.nanos("sent"),
                    attempt.nanos("ended"),
                    attempt.text("reason"),
                    attempt.text("failure")));
        }
    }

    private Leg leg(Node parent, String name, int attempt) throws MalformedJson {
        return leg(parent.object(name), attempt);
    }

    private Leg leg(Node leg, int attempt) throws MalformedJson {
        boolean down = attempt == 0;
        Node request = leg.object("request");
        Node response = leg.object("response");
        RequestHead head = new RequestHead(request.text("method", method), request.text("url", uri), pairs(request));
        Body requestBody =
                body(down ? BodyPart.DOWNSTREAM_REQUEST : BodyPart.UPSTREAM_REQUEST, attempt, request, requestPayload);
        ResponseHead answered =
                response.present() ? new ResponseHead((int) response.number("status", 0), pairs(response)) : null;
        Body responseBody = body(
                down ? BodyPart.DOWNSTREAM_RESPONSE : BodyPart.UPSTREAM_RESPONSE, attempt, response, responsePayload);
        return new Leg(head, requestBody, answered, responseBody);
    }

    private Body body(BodyPart part, int attempt, Node message, @Nullable RawValue payload) throws MalformedJson {
        Node body = message.object("body");
        if (!body.present()) return Body.EMPTY;
        Body state = BodyReader.state(body);
        RecordedBody read = BodyReader.bytes(body, message, payload, state);
        if (read.bytes().length > 0) bodies.put(new BodyRef(id, part, attempt), read);
        return state;
    }

    private static Headers pairs(Node message) throws MalformedJson {
        List<Header> headers = new ArrayList<>();
        for (RawValue pair : message.array("headers")) {
            List<RawValue> both = pair.array();
            if (both.size() == 2)
                headers.add(new Header(both.get(0).string(), both.get(1).string()));
        }
        return new Headers(headers);
    }

    private static Headers named(@Nullable RawValue object) throws MalformedJson {
        if (object == null || !object.isObject()) return Headers.NONE;
        List<Header> headers = new ArrayList<>();
        for (Map.Entry<String, RawValue> field : object.object().rest().entrySet()) {
            RawValue value = field.getValue();
            if (value.isString()) headers.add(new Header(field.getKey(), value.string()));
            else if (value.isArray())
                for (RawValue one : value.array()) headers.add(new Header(field.getKey(), one.string()));
        }
        return new Headers(headers);
    }
}
