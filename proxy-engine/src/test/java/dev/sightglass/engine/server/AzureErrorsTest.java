package dev.sightglass.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.store.BodyRef;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the client gets, and what is recorded, when Azure answers with an error of its own. */
class AzureErrorsTest {
    @Test
    void rateLimitIsPassedOnWithItsDelayAndNotRepeated() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    String body = "{\"error\":{\"code\":\"429\",\"message\":\"Too many requests\"}}";
                    c.send("HTTP/1.1 429 X\r\nContent-Type: application/json\r\nretry-after: 7\r\nset-cookie: a=b\r\n"
                            + "Access-Control-Allow-Origin: *\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                    c.awaitClose();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer())
                    .startsWith("HTTP/1.1 429")
                    .contains("rate_limit_error", "Too many requests")
                    .containsIgnoringCase("retry-after: 7")
                    .doesNotContainIgnoringCase("set-cookie")
                    .doesNotContainIgnoringCase("access-control");
            assertThat(rig.last().outcome()).isInstanceOf(Outcome.ApiError.class);
            assertThat(upstream.requests).hasValue(1);
        }
    }

    @Test
    void keyThatAnErrorQuotesReachesNeitherClientNorStore() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.json(
                            401, "{\"error\":{\"code\":\"401\",\"message\":\"bad key " + Rig.KEY + "\"}}"));
                    c.awaitClose();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer())
                    .startsWith("HTTP/1.1 401")
                    .contains("authentication_error")
                    .doesNotContain(Rig.KEY);
            Exchange exchange = rig.lastFinished();
            assertThat(exchange.toString()).doesNotContain(Rig.KEY);
            byte[] raw = rig.store
                    .body(new BodyRef(exchange.id(), BodyPart.UPSTREAM_RESPONSE, 1))
                    .bytes();
            assertThat(new String(raw, StandardCharsets.UTF_8))
                    .contains("bad key ****")
                    .doesNotContain(Rig.KEY);
        }
    }

    @Test
    void aFailedResponseInsideAStatus200KeepsItsOwnClass() throws Exception {
        String failed =
                "{\"id\":\"resp_1\",\"object\":\"response\",\"status\":\"failed\",\"model\":\"gpt-5\",\"output\":[],"
                        + "\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Too many tokens a minute.\"}}";
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.json(200, failed));
                });
                Rig rig = Rig.before(upstream.endpoint(), s -> s.with(s.azure().withUpstream(UpstreamKind.RESPONSES)));
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(false)));
            assertThat(client.readAnswer())
                    .startsWith("HTTP/1.1 429")
                    .contains("rate_limit_error", "Too many tokens a minute.");
            assertThat(rig.last().outcome()).isInstanceOf(Outcome.ApiError.class);
        }
    }
}
