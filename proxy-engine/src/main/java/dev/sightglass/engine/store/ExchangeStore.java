package dev.sightglass.engine.store;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps exchanges and gives them back.
 *
 * <p>Writing ({@link #save}, {@link #append}, {@link #finishBody}) of one exchange is done by one thread at a time; it may
 * wait for a disk. Everything else may be called from any thread, and readers see what was written before. Nothing in here
 * is ever called on a thread that carries traffic, but {@link #nextId}.
 */
public interface ExchangeStore extends AutoCloseable {
    /** A number that no exchange of this store has had. Never blocks. */
    ExchangeId nextId();

    /** Adds an exchange, or replaces what is known of it. The body states inside tell sizes; bytes come by {@link #append}. */
    void save(Exchange exchange);

    /**
     * Adds a piece to a body.
     *
     * @param at nanoseconds since the exchange's first byte
     */
    void append(BodyRef body, long at, byte[] bytes);

    /** No more pieces will come for this body. Returns how it was kept. */
    Body finishBody(BodyRef body);

    /** How many exchanges there are. */
    int size();

    /** Up to {@code limit} exchanges older than {@code before} (or the newest ones), newest first. */
    List<ExchangeSummary> newest(int limit, @Nullable ExchangeId before);

    Optional<ExchangeSummary> summary(ExchangeId id);

    Optional<Exchange> find(ExchangeId id);

    /** The bytes of a body; {@link RecordedBody#EMPTY} when there are none. */
    RecordedBody body(BodyRef body);

    /**
     * Exchanges whose decoded text, URLs or headers on any leg, or messages of failure hold {@code text}, letter case aside, newest first, at most {@code limit}.
     * May take long: call off the FX thread; an interrupt ends it early with what was found.
     */
    List<ExchangeId> search(String text, int limit);

    /**
     * The same, telling each exchange as soon as it is found, on the calling thread: the newest first when there is a limit
     * below {@link Integer#MAX_VALUE}, else as they come.
     */
    default void search(String text, int limit, Consumer<ExchangeId> found) {
        search(text, limit).forEach(found);
    }

    void annotate(ExchangeId id, Annotation annotation);

    /** Takes exchanges out of view; {@link #restore} brings them back until {@link #purge} or the store's close. */
    void remove(Collection<ExchangeId> ids);

    void restore(Collection<ExchangeId> ids);

    /** Deletes for good what {@link #remove} took out of view. */
    void purge();

    /**
     * Keeps within these limits from now on: the oldest exchanges beyond them are deleted now and then, but none that is pinned
     * or in flight. A store in memory has its own bounds.
     *
     * @param longestAge null for no limit
     */
    default void keepWithin(long mostBytes, @Nullable Duration longestAge) {}

    StoreHealth health();

    /** What a person should know of the opening, such as a damaged file that was moved aside; one sentence each. */
    default List<String> notices() {
        return List.of();
    }

    /** Tells the listener of every change from now on; closing the result ends that. */
    Subscription listen(StoreListener listener);

    @Override
    void close();

    /** Ends a listener's subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
