package dev.sightglass.engine.capture;

import dev.sightglass.engine.credential.SecretMask;
import dev.sightglass.engine.event.ExchangeEvent;
import dev.sightglass.engine.event.ExchangeObserver;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecorderHealth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into what the store keeps, on a thread of its own: secrets covered, bodies appended as they come, an
 * exchange's summary saved at its begin, at its end and some times a second in between.
 */
public final class ExchangeRecorder implements ExchangeObserver, AutoCloseable {
    private static final long SAVE_EVERY_NANOS = 100_000_000;
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final long SETTLE_SECONDS = 10;

    private final ExchangeStore store;
    private final Redactor redactor = new Redactor();
    private final RecorderQueue queue;
    private final Consumer<String> notices;
    private final Thread thread;
    private final Map<ExchangeId, Fold> folds = new HashMap<>();
    private final Set<Fold> unsaved = new HashSet<>();
    private volatile RecorderSettings settings;
    private volatile boolean closed;
    private long lastLook = System.nanoTime();
    private boolean behind;

    /**
     * What the recorder goes by for exchanges that begin from now on.
     *
     * @param payloads whether bodies are kept
     * @param secrets to be covered everywhere
     */
    public record RecorderSettings(boolean payloads, SecretMask secrets, long queueBytes) {}

    /** An exchange's state and when it was saved last. */
    private static final class Fold {
        final ExchangeFold state;
        long savedAt;

        Fold(ExchangeFold state) {
            this.state = state;
        }
    }

    /** @param notices are told on the recorder's thread what a person should know of; quick, never throws */
    public ExchangeRecorder(ExchangeStore store, RecorderSettings settings, Consumer<String> notices) {
        this.store = store;
        this.notices = notices;
        this.settings = settings;
        this.queue = new RecorderQueue(settings.queueBytes());
        this.thread = Thread.ofPlatform().daemon().name("sightglass-recorder").start(this::work);
    }

    public void apply(RecorderSettings other) {
        settings = other;
        queue.mostBytes(other.queueBytes());
    }

    @Override
    public void on(ExchangeEvent event) {
        queue.add(event);
    }

    public RecorderHealth health() {
        return new RecorderHealth(queue.bytes(), queue.lostBodies());
    }

    /** Waits until everything told before is in the store; gives up after some seconds. */
    public void settle() {
        CountDownLatch reached = new CountDownLatch(1);
        queue.add(new RecorderQueue.Entry.Mark(reached));
        try {
            reached.await(SETTLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Records what is left, then ends the thread. */
    @Override
    public void close() {
        settle();
        closed = true;
        thread.interrupt();
    }

    private void work() {
        while (!closed) {
            try {
                RecorderQueue.Entry entry = queue.next(LOOK_EVERY_MILLIS);
                if (entry != null) take(entry);
                else behind = false;
                lookAtUnsaved();
            } catch (InterruptedException _) {
                // Only close interrupts; the loop's condition ends it.
            } catch (RuntimeException e) {
                // One exchange that cannot be recorded must not end the recording of all others.
                System.getLogger(ExchangeRecorder.class.getName())
                        .log(System.Logger.Level.ERROR, "An event could not be recorded", e);
            }
        }
    }

    private void take(RecorderQueue.Entry entry) {
        switch (entry) {
            case RecorderQueue.Entry.Event(ExchangeEvent event, long lost) -> {
                if (lost > 0) fallenBehind();
                try {
                    fold(event, lost);
                } finally {
                    queue.done(event);
                }
            }
            case RecorderQueue.Entry.Mark(CountDownLatch reached) -> {
                for (Fold fold : Set.copyOf(unsaved)) save(fold);
                reached.countDown();
            }
        }
    }

    /** Tells it once, until all that waited is recorded. */
    private void fallenBehind() {
        if (!behind)
            notices.accept(
                    "Recording cannot keep up with the traffic: bodies are missing from some exchanges, which say so."
                            + " The traffic itself goes on.");
        behind = true;
    }

    private void fold(ExchangeEvent event, long lost) {
        Fold fold = foldOf(event);
        if (fold == null) return;
        fold.state.fold(event, lost);
        boolean over = fold.state.isOver();
        if (over) folds.remove(event.id());
        if (over || System.nanoTime() - fold.savedAt >= SAVE_EVERY_NANOS) save(fold);
        else unsaved.add(fold);
    }

    private @Nullable Fold foldOf(ExchangeEvent event) {
        if (!(event instanceof ExchangeEvent.Received received)) return folds.get(event.id());
        RecorderSettings now = settings;
        Fold fold = new Fold(new ExchangeFold(received, store, redactor, now.secrets(), now.payloads()));
        fold.savedAt = System.nanoTime() - SAVE_EVERY_NANOS;
        folds.put(received.id(), fold);
        return fold;
    }

    private void lookAtUnsaved() {
        long now = System.nanoTime();
        if (unsaved.isEmpty() || now - lastLook < LOOK_EVERY_MILLIS * 1_000_000) return;
        lastLook = now;
        for (Fold fold : Set.copyOf(unsaved)) if (now - fold.savedAt >= SAVE_EVERY_NANOS) save(fold);
    }

    private void save(Fold fold) {
        unsaved.remove(fold);
        fold.savedAt = System.nanoTime();
        store.save(fold.state.exchange());
    }
}
