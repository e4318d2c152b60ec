package dev.sightglass.engine.export.har;

import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.export.SensitiveHeaders;
import dev.sightglass.engine.export.json.RecordOut;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.store.RecordedBody;
import org.jspecify.annotations.Nullable;

/**
 * The request and the response of one leg, with every member that HAR 1.2 requires. Cookies are left out: their values are
 * credentials, and the masked header says that there were some.
 */
final class HarMessages {
    private final RecordOut out;
    private final ExportOptions options;
    private final RecordedExchange recorded;
    private final int attempt;
    private final String httpVersion;

    HarMessages(RecordOut out, ExportOptions options, RecordedExchange recorded, int attempt, String httpVersion) {
        this.out = out;
        this.options = options;
        this.recorded = recorded;
        this.attempt = attempt;
        this.httpVersion = httpVersion;
    }

    void request(Leg leg, String url, BodyPart part) {
        Body body = leg.requestBody();
        out.object("request", () -> {
            out.word("method", leg.request().method());
            out.text("url", url);
            shared(leg.request().headers(), httpVersion);
            out.array("queryString", () -> query(url));
            if (!(body instanceof Body.Empty))
                out.object(
                        "postData",
                        () -> body(part, body, leg.request().headers()).postData());
            sizes(body.size());
        });
    }

    /** The response, or status 0 and the reason when none came. */
    void response(Leg leg, @Nullable String failure, BodyPart part) {
        ResponseHead head = leg.response();
        Headers headers = head == null ? Headers.NONE : head.headers();
        HarBody body = head == null
                ? HarBody.read(out, options, RecordedBody.EMPTY, Body.EMPTY, headers)
                : body(part, leg.responseBody(), headers);
        out.object("response", () -> {
            out.number("status", head == null ? 0L : head.status());
            // The reason phrase is not recorded; HTTP/2 has none.
            out.word("statusText", "");
            shared(headers, head == null ? "unknown" : httpVersion);
            out.object("content", body::content);
            out.text("redirectURL", headers.first("location").orElse(""));
            sizes(head == null ? -1 : leg.responseBody().size());
            if (failure != null) out.text("_error", failure);
        });
        body.events();
    }

    private HarBody body(BodyPart part, Body body, Headers headers) {
        return HarBody.read(out, options, recorded.body(part, attempt), body, headers);
    }

    private void shared(Headers headers, String version) {
        out.word("httpVersion", version);
        out.array("cookies", () -> {});
        out.array("headers", () -> {
            for (Header header :
                    SensitiveHeaders.mask(headers, options.active()).list()) pair(header.name(), header.value());
        });
    }

    private void sizes(long body) {
        out.number("headersSize", -1L);
        out.number("bodySize", body);
    }

    /** Names and values as they stand in the URL, still encoded. */
    private void query(String url) {
        int mark = url.indexOf('?');
        if (mark < 0) return;
        for (String parameter : out.sanitiser().mask(url).substring(mark + 1).split("&", -1)) {
            if (parameter.isEmpty()) continue;
            int equals = parameter.indexOf('=');
            if (equals < 0) pair(parameter, "");
            else pair(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
    }

    private void pair(String name, String value) {
        out.object(() -> {
            out.word("name", name);
            out.word("value", value);
        });
    }
}
