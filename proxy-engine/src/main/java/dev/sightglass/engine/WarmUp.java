package dev.sightglass.engine;

import dev.sightglass.engine.codec.messages.MalformedRequest;
import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.RequestRefused;
import dev.sightglass.engine.upstream.StreamTranslator;
import dev.sightglass.engine.upstream.Upstream;
import dev.sightglass.engine.upstream.UpstreamRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Runs a sample request and answer through a translator, so that the first real exchange does not wait for classes to load: the
 * first request of a process took ten times as long as its fifth without it.
 */
final class WarmUp implements Runnable {
    private static final int ROUNDS = 20;

    private static final String REQUEST = """
            {"model":"sample","max_tokens":100,"stream":true,"system":[{"type":"text","text":"s","cache_control":{"type":\
            "ephemeral"}}],"tools":[{"name":"Read","description":"d","input_schema":{"type":"object","properties":{"p":{"type":\
            "string"}}}}],"messages":[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"text","text":"b"},\
            {"type":"tool_use","id":"toolu_1","name":"Read","input":{"p":"c"}}]},{"role":"user","content":[{"type":\
            "tool_result","tool_use_id":"toolu_1","content":"d"},{"type":"text","text":"e"}]}]}""";

    private static final String ANSWER = """
            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"t"}}]}

            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"id":"c","model":"m","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}

            data: [DONE]

            """;

    private final Upstream upstream;
    private final UpstreamKind kind;

    WarmUp(Upstream upstream) {
        this.upstream = upstream;
        this.kind = upstream.kind();
    }

    /** Starts it beside everything else. */
    @SuppressWarnings("ThreadPriorityCheck") // a hint is enough: it must only not hold up the first exchange
    static void start(Upstream upstream) {
        Thread.ofPlatform()
                .name("warm-up")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(new WarmUp(upstream));
    }

    @Override
    public void run() {
        Deployment deployment = new Deployment("sample", kind, "http://127.0.0.1", null, "v1", ModelFamily.OTHER, null);
        Route route = new Route("sample", deployment, "warm-up");
        RequestHead head = new RequestHead("POST", "/v1/messages", Headers.NONE);
        try {
            for (int round = 0; round < ROUNDS; round++) once(route, head);
        } catch (MalformedRequest | RequestRefused e) {
            throw new IllegalStateException("the sample request must be one that every upstream takes", e);
        }
    }

    private void once(Route route, RequestHead head) throws MalformedRequest, RequestRefused {
        // A codec of its own: the samples have no place among the pieces of real requests.
        MessagesRequest request = new MessagesCodec().read(REQUEST.getBytes(StandardCharsets.UTF_8));
        UpstreamRequest sent = upstream.prepare(request, head, route);
        StreamTranslator stream = upstream.answers(request, sent).stream(new ResponseHead(200, Headers.NONE));
        byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stream.read(answer, 0, answer.length, out);
        stream.end(null, out);
    }
}
