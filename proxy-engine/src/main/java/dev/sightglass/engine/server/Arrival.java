package dev.sightglass.engine.server;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.pipeline.Cancellation;
import dev.sightglass.engine.pipeline.ClientGone;
import dev.sightglass.engine.pipeline.ClientRequest;
import dev.sightglass.engine.pipeline.ExchangeTrace;
import dev.sightglass.engine.pipeline.Rejection;
import dev.sightglass.engine.pipeline.RunningExchange;
import dev.sightglass.engine.settings.EngineSettings;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** One request from its head to the thread that serves it. */
final class Arrival implements BodyReader.Result {
    private static final byte[] NOTHING = new byte[0];

    private final ServerParts parts;
    private final EngineSettings settings;
    private final HttpServerExchange serverExchange;
    private final RequestHead head;
    private final Target target;
    private final ExchangeTrace trace;
    private final Cancellation cancellation;
    private final RunningExchanges running;
    private final Executor threads;
    private final ClientWatch watch;
    private final UndertowDownstream downstream;

    Arrival(
            ServerParts parts,
            EngineSettings settings,
            HttpServerExchange serverExchange,
            RequestHead head,
            Target target,
            ExchangeTrace trace,
            Cancellation cancellation,
            RunningExchanges running,
            Executor threads) {
        this.parts = parts;
        this.settings = settings;
        this.serverExchange = serverExchange;
        this.head = head;
        this.target = target;
        this.trace = trace;
        this.cancellation = cancellation;
        this.running = running;
        this.threads = threads;
        this.watch = new ClientWatch(serverExchange, settings.limits().clientPoll(), this::clientGone);
        this.downstream = new UndertowDownstream(serverExchange, watch);
    }

    void readBody() {
        BodyReader reader = new BodyReader(serverExchange, settings.limits(), this);
        cancellation.onCancel(() -> serverExchange.getIoThread().execute(reader::cancel));
        // Without a dispatch the server would take the handler's return for the answer's end, and read a chunked body
        // away.
        serverExchange.dispatch(SameThreadExecutor.INSTANCE, (Runnable) reader::start);
    }

    /** Refuses by the head alone. */
    void reject(Rejection rejection) {
        if (bodyComes() && !rejection.reason().equals(Gate.FRAMING))
            rejectBeside(rejection, BodySource.of(serverExchange));
        else rejectAfterwards(rejection);
    }

    /** Who asks first whether to send a body at all is told no, and sends none. */
    private boolean bodyComes() {
        return !serverExchange.isRequestComplete() && !HttpContinue.requiresContinueResponse(serverExchange);
    }

    private void rejectAfterwards(Rejection rejection) {
        trace.requestRead(NOTHING, request(NOTHING).plainFacts(), null);
        onOwnThread(() -> parts.pipeline().reject(exchange(NOTHING), rejection));
    }

    /**
     * Refuses while the body still comes. Whatever reads it over ends the exchange, or the connection's end does a moment after
     * the answer: the server itself would read on from the middle of a chunk.
     */
    private void rejectBeside(Rejection rejection, @Nullable BodySource rest) {
        trace.requestRead(NOTHING, request(NOTHING).plainFacts(), null);
        serverExchange.setPersistent(false);
        if (rest != null) serverExchange.getIoThread().execute(() -> ReadOver.start(serverExchange, rest));
        serverExchange.dispatch(threads, () -> {
            try {
                parts.pipeline().reject(exchange(NOTHING), rejection);
            } finally {
                running.remove(cancellation);
            }
        });
    }

    @Override
    public void read(byte[] body) {
        trace.bodyRead();
        watch.start();
        onOwnThread(() -> serve(body));
    }

    @Override
    public void tooLarge(BodySource rest) {
        rejectBeside(Gate.tooLarge(settings.limits().bodyBytes()), rest);
    }

    @Override
    public void broken(String how) {
        trace.requestRead(NOTHING, request(NOTHING).plainFacts(), null);
        trace.ended(new Outcome.Rejected(400, "truncated", "The request's body broke off: " + how));
        running.remove(cancellation);
        IoUtils.safeClose(serverExchange.getConnection());
    }

    @Override
    public void tooSlow() {
        rejectAfterwards(new Rejection(
                408,
                AnthropicErrors.TIMEOUT,
                "slow",
                "The request's body came slower than " + settings.limits().slowBodyBytes() + " bytes a second."));
    }

    private void clientGone() {
        // Off the I/O thread: closing the upstream's connection may take its time.
        threads.execute(() -> {
            cancellation.cancel(Cancellation.Reason.CLIENT_GONE);
            IoUtils.safeClose(serverExchange.getConnection());
        });
    }

    private void onOwnThread(Runnable work) {
        serverExchange.dispatch(threads, () -> {
            try {
                work.run();
            } finally {
                running.remove(cancellation);
                watch.stop();
                if (!downstream.ended() || !serverExchange.isRequestComplete()) downstream.endExchange();
            }
        });
    }

    private void serve(byte[] received) {
        try {
            byte[] body = decoded(received);
            switch (target.kind()) {
                case MESSAGES, COUNT_TOKENS -> parts.pipeline().run(exchange(body));
                case MODELS -> models();
                case HELLO -> reply(NOTHING, "text/plain");
                case EVENTS -> reply("{}".getBytes(StandardCharsets.UTF_8), "application/json");
                case UNKNOWN_PATH, WRONG_METHOD -> throw new IllegalStateException("refused before: " + target);
            }
        } catch (BodyDecoder.TooLarge _) {
            tooLargeNow();
        } catch (IOException e) {
            notGzip(e);
        }
    }

    private byte[] decoded(byte[] received) throws IOException {
        String encoding =
                head.headers().first("content-encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        return BodyDecoder.decode(received, encoding, settings.limits().bodyBytes());
    }

    private void models() {
        Optional<byte[]> list = ModelsReply.of(settings, target.modelId());
        if (list.isPresent()) reply(list.get(), "application/json");
        else
            rejectNow(new Rejection(
                    404, AnthropicErrors.NOT_FOUND, "not-found", "No deployment or model of this name is set."));
    }

    private void tooLargeNow() {
        rejectNow(Gate.tooLarge(settings.limits().bodyBytes()));
    }

    private void notGzip(IOException e) {
        rejectNow(new Rejection(
                400,
                AnthropicErrors.INVALID_REQUEST,
                "malformed",
                "The body is told to be gzip and is not: " + e.getMessage() + "."));
    }

    private void rejectNow(Rejection rejection) {
        trace.requestRead(NOTHING, request(NOTHING).plainFacts(), null);
        parts.pipeline().reject(exchange(NOTHING), rejection);
    }

    private void reply(byte[] body, String type) {
        trace.requestRead(NOTHING, request(NOTHING).plainFacts(), null);
        ResponseHead reply = new ResponseHead(200, Headers.of("content-type", type));
        try {
            downstream.reply(reply, body);
            trace.downstreamAnswered(reply);
            trace.downstreamBytes(body);
            trace.ended(Outcome.SUCCEEDED);
        } catch (ClientGone e) {
            trace.ended(new Outcome.Cancelled("The client closed the connection."));
        }
    }

    private RunningExchange exchange(byte[] body) {
        return new RunningExchange(request(body), downstream, trace, cancellation);
    }

    private ClientRequest request(byte[] body) {
        return new ClientRequest(head, target.endpoint(), target.path(), body);
    }
}
