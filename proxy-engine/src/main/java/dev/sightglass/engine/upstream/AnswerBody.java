package dev.sightglass.engine.upstream;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body as it comes, taken piece by piece by the exchange's own thread. What is not taken is not asked for, so
 * that a client that does not read holds the upstream back.
 */
final class AnswerBody implements HttpResponse.BodySubscriber<AnswerBody> {
    /** Pieces (of up to 16 KB each) that may wait. */
    private static final int AHEAD = 8;

    private static final AnswerPiece SILENCE = new AnswerPiece.Silence();
    private static final AnswerPiece END = new AnswerPiece.End();

    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private @Nullable AnswerPiece last;

    private sealed interface Signal {}

    private record Data(List<ByteBuffer> buffers) implements Signal {}

    private record Done(AnswerPiece piece) implements Signal {}

    @Override
    public CompletionStage<AnswerBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) given.cancel();
        else given.request(AHEAD);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Data(buffers));
    }

    @Override
    public void onError(Throwable thrown) {
        signals.add(new Done(new AnswerPiece.Broken(FailureMap.cut(thrown))));
    }

    @Override
    public void onComplete() {
        signals.add(new Done(END));
    }

    /** The next piece, all that is there in one; waits for it. */
    AnswerPiece next(Duration wait) throws InterruptedException {
        if (last != null) return last;
        Signal signal = signals.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        return switch (signal) {
            case null -> SILENCE;
            case Done(AnswerPiece piece) -> {
                last = piece;
                yield piece;
            }
            case Data data -> new AnswerPiece.Bytes(withAllWaiting(data));
        };
    }

    /** Closes the connection when the body is not complete; wakes whoever waits for it. Any thread. */
    void close() {
        closed = true;
        Flow.Subscription given = subscription;
        if (given != null) {
            // The HTTP client notices a cancellation only while it reads, and it reads only what was asked for: a body
            // held
            // back by a slow client would else keep its connection.
            given.request(Long.MAX_VALUE);
            given.cancel();
        }
        signals.add(new Done(new AnswerPiece.Broken("The answer was cancelled.")));
    }

    private byte[] withAllWaiting(Data first) {
        List<Data> all = new ArrayList<>();
        all.add(first);
        while (signals.peek() instanceof Data) all.add((Data) signals.remove());
        long size = 0;
        for (Data data : all) for (ByteBuffer buffer : data.buffers()) size += buffer.remaining();
        ByteBuffer joined = ByteBuffer.allocate(Math.toIntExact(size));
        for (Data data : all) data.buffers().forEach(joined::put);
        Flow.Subscription given = subscription;
        if (given != null) given.request(all.size());
        return joined.array();
    }
}
