package dev.sightglass.simulator;

import dev.sightglass.simulator.check.JsonNodes;
import dev.sightglass.simulator.check.Refusal;
import dev.sightglass.simulator.wire.ClientWatch;
import dev.sightglass.simulator.wire.Header;
import dev.sightglass.simulator.wire.RequestHead;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request that reached the simulator, with the simulator's verdict and the fate of its answer. Thread-safe. */
public final class ReceivedRequest {
    private final RequestHead head;
    private final byte[] body;
    private final Instant receivedAt = Instant.now();
    private final @Nullable Refusal refusal;
    private final ClientWatch client;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean answeredInFull;

    ReceivedRequest(RequestHead head, byte[] body, @Nullable Refusal refusal, ClientWatch client) {
        this.head = head;
        this.body = body;
        this.refusal = refusal;
        this.client = client;
    }

    public RequestHead head() {
        return head;
    }

    public String method() {
        return head.method();
    }

    public String path() {
        return head.path();
    }

    public String query() {
        return head.query();
    }

    public Optional<String> header(String name) {
        return head.header(name);
    }

    public List<Header> headers() {
        return head.headers();
    }

    /** The body's bytes as they came. */
    public byte[] body() {
        return body.clone();
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException when the body is not a JSON object */
    public JsonNode json() {
        return JsonNodes.parseObject(body)
                .orElseThrow(() -> new IllegalStateException("the body is not a JSON object: " + bodyText()));
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Why the service would refuse this request, even if a fault has answered in its place; empty for a valid one. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    public boolean isValid() {
        return refusal == null;
    }

    /** When the client closed the connection before the next request; empty while it has not. */
    public Optional<Instant> clientLeftAt() {
        return client.goneAt();
    }

    /** Waits for the client to close the connection. */
    public boolean awaitClientLeft(Duration limit) throws InterruptedException {
        return client.awaitGone(limit) && client.goneAt().isPresent();
    }

    /** Waits until the simulator has nothing more to do for this request; false when the limit passes before. */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether the whole answer has been written, faults included. */
    public boolean isAnsweredInFull() {
        return answeredInFull;
    }

    void end(boolean inFull) {
        answeredInFull = inFull;
        ended.countDown();
    }

    @Override
    public String toString() {
        String verdict = refusal == null ? "valid" : "refused: " + refusal.message();
        return head.method() + " " + head.target() + " (" + body.length + " bytes, " + verdict + ")";
    }
}
