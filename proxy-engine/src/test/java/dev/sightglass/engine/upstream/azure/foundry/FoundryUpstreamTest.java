package dev.sightglass.engine.upstream.azure.foundry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.DownstreamError;
import dev.sightglass.engine.upstream.StreamTranslator;
import dev.sightglass.engine.upstream.UpstreamRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoundryUpstreamTest {
    private static final String STREAM = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_7","model":"claude-opus-4-8","usage":{"input_tokens":3,"cache_read_input_tokens":40,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"Read"}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{}"}}

            event: novelty
            data: {"type":"novelty"}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":9}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    private final FoundryUpstream upstream = new FoundryUpstream();

    @Test
    void theBodyPassesUnchangedAndOnlyTheAgreedHeadersGoWithIt() throws Exception {
        byte[] raw =
                "{ \"model\" : \"claude-opus-4-8\", \"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"new\":1e400}"
                        .getBytes(StandardCharsets.UTF_8);
        RequestHead client = new RequestHead(
                "POST",
                "/anything/v1/messages?beta=true",
                Headers.of(
                        "Host", "localhost",
                        "Authorization", "Bearer secret",
                        "x-api-key", "secret",
                        "anthropic-version", "2023-06-01",
                        "anthropic-beta", "a,b",
                        "X-Stainless-Lang", "js",
                        "Accept-Encoding", "gzip, deflate, br, zstd",
                        "Content-Length", "9",
                        "Connection", "keep-alive",
                        "content-type", "application/json"));
        UpstreamRequest sent = upstream.prepare(new MessagesCodec().read(raw), client, route("claude-opus-4-8"));
        assertThat(sent.body()).isSameAs(raw);
        assertThat(sent.uri()).hasToString("https://x.services.ai.azure.com/anthropic/v1/messages?beta=true");
        assertThat(sent.headers())
                .isEqualTo(Headers.of(
                        "anthropic-version", "2023-06-01",
                        "anthropic-beta", "a,b",
                        "X-Stainless-Lang", "js",
                        "Accept-Encoding", "gzip, deflate",
                        "content-type", "application/json"));
        assertThat(sent.notes()).isEmpty();
    }

    @Test
    void anotherDeploymentIsNamedInTheBodyAndNothingElseChanges() throws Exception {
        byte[] raw = "{\"messages\":[{\"role\":\"user\",\"content\":\"model\"}], \"model\" : \"claude-x\" , \"a\":1}"
                .getBytes(StandardCharsets.UTF_8);
        RequestHead client = new RequestHead("POST", "/v1/messages/count_tokens?beta=true", Headers.NONE);
        UpstreamRequest sent = upstream.prepare(new MessagesCodec().read(raw), client, route("my-claude"));
        assertThat(new String(sent.body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"model\"}], \"model\" : \"my-claude\" , \"a\":1}");
        assertThat(sent.uri())
                .hasToString("https://x.services.ai.azure.com/anthropic/v1/messages/count_tokens?beta=true");
        assertThat(sent.notes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096})
    void aCompressedStreamPassesUnchangedAndIsReadOnTheSide(int step) throws Exception {
        byte[] gzip = gzip(STREAM);
        AnswerTranslator answers = answers();
        StreamTranslator stream = answers.stream(new ResponseHead(200, Headers.of("content-encoding", "gzip")));
        assertThat(play(stream, gzip, step, null)).isEqualTo(gzip);
        AnswerFacts facts = answers.facts();
        assertThat(facts.responseId()).isEqualTo("msg_7");
        assertThat(facts.toolsCalled()).containsExactly("Read");
        assertThat(facts.stopReason()).isEqualTo("tool_use");
        assertThat(facts.usage().totalInput()).isEqualTo(43);
        assertThat(facts.usage().output()).isEqualTo(9);
        assertThat(stream.contentStarted()).isTrue();
        assertThat(stream.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aCompressedStreamThatUnfoldsFarIsReadToItsEnd() throws Exception {
        String padded = ": " + "x".repeat(3_000_000) + "\n\n" + STREAM;
        AnswerTranslator answers = answers();
        StreamTranslator stream = answers.stream(new ResponseHead(200, Headers.of("content-encoding", "gzip")));
        byte[] gzip = gzip(padded);
        assertThat(play(stream, gzip, gzip.length, null)).isEqualTo(gzip);
        assertThat(stream.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aBrokenStreamGetsNoInventedEnd() throws Exception {
        byte[] half =
                STREAM.substring(0, STREAM.indexOf("event: message_delta")).getBytes(StandardCharsets.UTF_8);
        StreamTranslator stream = answers().stream(new ResponseHead(200, Headers.NONE));
        assertThat(play(stream, half, 100, "connection reset")).isEqualTo(half);
        assertThat(stream.outcome()).isInstanceOf(Outcome.TransportError.class);
    }

    @Test
    void anErrorEventIsTheOutcome() throws Exception {
        byte[] bytes =
                "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Busy\"}}\n\n"
                        .getBytes(StandardCharsets.UTF_8);
        StreamTranslator stream = answers().stream(new ResponseHead(200, Headers.NONE));
        play(stream, bytes, 10, null);
        assertThat(stream.outcome()).isEqualTo(new Outcome.ApiError(200, "overloaded_error", "Busy"));
    }

    @Test
    void anErrorPassesWithItsBytesAndTheHeadersThatTheClientNeeds() throws Exception {
        byte[] body =
                "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"context_management: Extra inputs are not permitted\"}}"
                        .getBytes(StandardCharsets.UTF_8);
        ResponseHead head = new ResponseHead(
                400,
                Headers.of("content-type", "application/json", "request-id", "r", "Set-Cookie", "a", "server", "x"));
        DownstreamError error = answers().error(head, body);
        assertThat(error.body()).isSameAs(body);
        assertThat(error.type()).isEqualTo("invalid_request_error");
        assertThat(error.message()).isEqualTo("context_management: Extra inputs are not permitted");
        assertThat(error.headers()).isEqualTo(Headers.of("content-type", "application/json", "request-id", "r"));
    }

    private static byte[] play(StreamTranslator stream, byte[] bytes, int step, String failure) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i += step) stream.read(bytes, i, Math.min(step, bytes.length - i), out);
        stream.end(failure, out);
        return out.toByteArray();
    }

    private AnswerTranslator answers() throws Exception {
        byte[] raw = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        MessagesRequest request = new MessagesCodec().read(raw);
        RequestHead client = new RequestHead("POST", "/v1/messages", Headers.NONE);
        return upstream.answers(request, upstream.prepare(request, client, route("m")));
    }

    private static Route route(String deployment) {
        return new Route(
                "claude",
                new Deployment(
                        deployment,
                        UpstreamKind.ANTHROPIC,
                        "https://x.services.ai.azure.com/anthropic/",
                        "x",
                        "v1",
                        ModelFamily.CLAUDE,
                        null),
                "test");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
