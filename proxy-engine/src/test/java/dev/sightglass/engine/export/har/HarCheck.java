package dev.sightglass.engine.export.har;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What HAR 1.2 requires of a document, member by member (softwareishard.com/blog/har-12-spec). */
final class HarCheck {
    private HarCheck() {}

    static void document(JsonNode har) {
        assertThat(har.at("/log/version").asString()).isEqualTo("1.2");
        strings(har.at("/log/creator"), "name", "version");
        assertThat(har.at("/log/entries").isArray()).isTrue();
        har.at("/log/entries").forEach(HarCheck::entry);
    }

    static void entry(JsonNode entry) {
        strings(entry, "startedDateTime");
        assertThat(Instant.parse(entry.path("startedDateTime").asString())).isNotNull();
        numbers(entry, "time");
        request(entry.path("request"));
        response(entry.path("response"));
        assertThat(entry.path("cache").isObject()).isTrue();
        timings(entry.path("timings"), entry.path("time").decimalValue());
        assertThat(entry.propertyNames().stream().filter(name -> !name.startsWith("_")))
                .containsExactly("startedDateTime", "time", "request", "response", "cache", "timings");
    }

    private static void request(JsonNode request) {
        strings(request, "method", "url", "httpVersion");
        assertThat(request.path("url").asString()).startsWith("http");
        shared(request);
        pairs(request.path("queryString"));
        if (request.has("postData")) strings(request.path("postData"), "mimeType");
    }

    private static void response(JsonNode response) {
        numbers(response, "status");
        strings(response, "statusText", "httpVersion", "redirectURL");
        shared(response);
        numbers(response.path("content"), "size");
        strings(response.path("content"), "mimeType");
    }

    private static void shared(JsonNode message) {
        assertThat(message.path("cookies").isArray()).isTrue();
        pairs(message.path("headers"));
        numbers(message, "headersSize", "bodySize");
    }

    private static void timings(JsonNode timings, BigDecimal time) {
        numbers(timings, "blocked", "dns", "connect", "ssl", "send", "wait", "receive");
        BigDecimal sum = BigDecimal.ZERO;
        for (String phase : List.of("send", "wait", "receive")) {
            BigDecimal value = timings.path(phase).decimalValue();
            assertThat(value).as(phase).isNotNegative();
            sum = sum.add(value);
        }
        assertThat(sum).isEqualByComparingTo(time);
    }

    private static void pairs(JsonNode list) {
        assertThat(list.isArray()).isTrue();
        list.forEach(pair -> strings(pair, "name", "value"));
    }

    private static void strings(JsonNode node, String... names) {
        for (String name : names)
            assertThat(node.path(name).isString()).as(name).isTrue();
    }

    private static void numbers(JsonNode node, String... names) {
        for (String name : names)
            assertThat(node.path(name).isNumber()).as(name).isTrue();
    }
}
