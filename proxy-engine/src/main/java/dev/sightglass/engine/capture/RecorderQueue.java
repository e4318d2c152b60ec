package dev.sightglass.engine.capture;

import dev.sightglass.engine.event.ExchangeEvent;
import dev.sightglass.engine.model.ExchangeId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be recorded, bounded by the bytes of its bodies. When it is full a body's bytes are left out and the event
 * tells how many they were: the traffic never waits. The pieces of one body that are left out are told in one event, so that no
 * number of pieces fills the memory either.
 */
final class RecorderQueue {
    private static final byte[] NOTHING = new byte[0];

    private final LinkedBlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final Map<Streamed, Long> leftOut = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong lostBodies = new AtomicLong();
    private volatile long mostBytes;

    RecorderQueue(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Something in the queue. */
    sealed interface Entry {
        /** @param lost bytes left out of the event */
        record Event(ExchangeEvent event, long lost) implements Entry {}

        /** Tells that everything before it is recorded. */
        record Mark(CountDownLatch reached) implements Entry {}
    }

    /**
     * A body that comes in pieces.
     *
     * @param attempt 0 for the answer to the client
     */
    private record Streamed(ExchangeId id, int attempt) {}

    void mostBytes(long most) {
        mostBytes = most;
    }

    /** Any thread; never waits. */
    void add(ExchangeEvent event) {
        long size = size(event);
        if (size > 0 && bytes.addAndGet(size) > mostBytes) {
            bytes.addAndGet(-size);
            Streamed body = streamed(event);
            // More than this piece: the event that tells of the others will tell of it.
            if (body != null && leftOut.merge(body, size, Long::sum) > size) return;
            lostBodies.incrementAndGet();
            entries.add(new Entry.Event(without(event), size));
        } else {
            entries.add(new Entry.Event(event, 0));
        }
    }

    void add(Entry.Mark mark) {
        entries.add(mark);
    }

    /** The next one, or null when none comes in time. The recorder's thread. */
    @Nullable
    Entry next(long millis) throws InterruptedException {
        Entry entry = entries.poll(millis, TimeUnit.MILLISECONDS);
        if (!(entry instanceof Entry.Event(ExchangeEvent event, long lost)) || lost == 0) return entry;
        Streamed body = streamed(event);
        Long all = body == null ? null : leftOut.remove(body);
        return all == null ? entry : new Entry.Event(event, all);
    }

    /** How many entries wait. */
    int size() {
        return entries.size();
    }

    /** The event's bytes are recorded and need no more room. */
    void done(ExchangeEvent event) {
        bytes.addAndGet(-size(event));
    }

    long bytes() {
        return bytes.get();
    }

    long lostBodies() {
        return lostBodies.get();
    }

    private static long size(ExchangeEvent event) {
        return switch (event) {
            case ExchangeEvent.RequestRead read -> read.body().length;
            case ExchangeEvent.UpstreamSent sent -> sent.body().length;
            case ExchangeEvent.UpstreamBytes piece -> piece.bytes().length;
            case ExchangeEvent.DownstreamBytes piece -> piece.bytes().length;
            case ExchangeEvent.Received _,
                    ExchangeEvent.Routed _,
                    ExchangeEvent.UpstreamAnswered _,
                    ExchangeEvent.UpstreamEnded _,
                    ExchangeEvent.DownstreamAnswered _,
                    ExchangeEvent.ContentStarted _,
                    ExchangeEvent.AnswerRead _,
                    ExchangeEvent.Ended _ -> 0;
        };
    }

    private static @Nullable Streamed streamed(ExchangeEvent event) {
        return switch (event) {
            case ExchangeEvent.UpstreamBytes piece -> new Streamed(piece.id(), piece.attempt());
            case ExchangeEvent.DownstreamBytes piece -> new Streamed(piece.id(), 0);
            case ExchangeEvent.Received _,
                    ExchangeEvent.RequestRead _,
                    ExchangeEvent.Routed _,
                    ExchangeEvent.UpstreamSent _,
                    ExchangeEvent.UpstreamAnswered _,
                    ExchangeEvent.UpstreamEnded _,
                    ExchangeEvent.DownstreamAnswered _,
                    ExchangeEvent.ContentStarted _,
                    ExchangeEvent.AnswerRead _,
                    ExchangeEvent.Ended _ -> null;
        };
    }

    private static ExchangeEvent without(ExchangeEvent event) {
        return switch (event) {
            case ExchangeEvent.RequestRead e ->
                new ExchangeEvent.RequestRead(e.id(), e.at(), NOTHING, e.facts(), e.sessionId());
            case ExchangeEvent.UpstreamSent e ->
                new ExchangeEvent.UpstreamSent(e.id(), e.at(), e.attempt(), e.head(), NOTHING, e.notes(), e.reason());
            case ExchangeEvent.UpstreamBytes e -> new ExchangeEvent.UpstreamBytes(e.id(), e.at(), e.attempt(), NOTHING);
            case ExchangeEvent.DownstreamBytes e -> new ExchangeEvent.DownstreamBytes(e.id(), e.at(), NOTHING);
            case ExchangeEvent.Received _,
                    ExchangeEvent.Routed _,
                    ExchangeEvent.UpstreamAnswered _,
                    ExchangeEvent.UpstreamEnded _,
                    ExchangeEvent.DownstreamAnswered _,
                    ExchangeEvent.ContentStarted _,
                    ExchangeEvent.AnswerRead _,
                    ExchangeEvent.Ended _ -> event;
        };
    }
}
