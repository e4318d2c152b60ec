package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.TranslationNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What an exchange has beyond its summary (heads, attempts, notes, what is known of the bodies), as compressed JSON. */
final class DetailForm {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DetailForm() {}

    record Detail(LegForm downstream, List<AttemptForm> attempts, List<TranslationNote> notes) {}

    record LegForm(
            String method,
            String uri,
            List<String> sent,
            BodyForm body,
            int status,
            @Nullable List<String> received,
            BodyForm answer) {}

    record AttemptForm(
            int number,
            LegForm leg,
            long sentAt,
            long endedAt,
            @Nullable String reason,
            @Nullable String failure) {}

    /** A body's state: a, c, t, e, n for the cases of {@link Body} in their order. */
    record BodyForm(String is, long size, long kept, Body.@Nullable Reason why) {}

    static byte[] encode(Exchange exchange, Zstd zstd) {
        Detail detail = new Detail(
                leg(exchange.downstream()),
                exchange.attempts().stream().map(DetailForm::attempt).toList(),
                exchange.notes());
        byte[] json = JSON.writeValueAsBytes(detail);
        return zstd.packDetail(json);
    }

    static Exchange decode(ExchangeSummary summary, byte[] form, Zstd zstd) {
        Detail detail = JSON.readValue(zstd.unpackDetail(form), Detail.class);
        List<Attempt> attempts = new ArrayList<>();
        for (AttemptForm a : detail.attempts())
            attempts.add(new Attempt(a.number, leg(a.leg), a.sentAt, a.endedAt, a.reason, a.failure));
        return new Exchange(summary, leg(detail.downstream), attempts, detail.notes());
    }

    private static AttemptForm attempt(Attempt a) {
        return new AttemptForm(a.number(), leg(a.leg()), a.sentAt(), a.endedAt(), a.reason(), a.failure());
    }

    private static LegForm leg(Leg leg) {
        ResponseHead response = leg.response();
        return new LegForm(
                leg.request().method(),
                leg.request().uri(),
                headers(leg.request().headers()),
                body(leg.requestBody()),
                response == null ? 0 : response.status(),
                response == null ? null : headers(response.headers()),
                body(leg.responseBody()));
    }

    private static Leg leg(LegForm form) {
        List<String> received = form.received;
        return new Leg(
                new RequestHead(form.method, form.uri, headers(form.sent)),
                body(form.body),
                received == null ? null : new ResponseHead(form.status, headers(received)),
                body(form.answer));
    }

    private static List<String> headers(Headers headers) {
        List<String> flat = new ArrayList<>();
        for (Header header : headers.list()) {
            flat.add(header.name());
            flat.add(header.value());
        }
        return flat;
    }

    private static Headers headers(List<String> flat) {
        return Headers.of(flat.toArray(String[]::new));
    }

    private static BodyForm body(Body body) {
        return switch (body) {
            case Body.Arriving b -> new BodyForm("a", b.size(), 0, null);
            case Body.Captured b -> new BodyForm("c", b.size(), 0, null);
            case Body.Truncated b -> new BodyForm("t", b.size(), b.kept(), null);
            case Body.Empty _ -> new BodyForm("e", 0, 0, null);
            case Body.NotCaptured b -> new BodyForm("n", b.size(), 0, b.reason());
        };
    }

    private static Body body(BodyForm form) {
        return switch (form.is) {
            case "a" -> new Body.Arriving(form.size);
            case "c" -> new Body.Captured(form.size);
            case "t" -> new Body.Truncated(form.size, form.kept);
            case "e" -> Body.EMPTY;
            default -> new Body.NotCaptured(form.size, Objects.requireNonNullElse(form.why, Body.Reason.STORE_FAILED));
        };
    }
}
