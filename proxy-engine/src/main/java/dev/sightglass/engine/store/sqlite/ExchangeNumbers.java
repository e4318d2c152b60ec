package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.ExchangeId;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;

/** Which numbers exchanges get, and how many exchanges there are; asks no disk after opening. For any thread. */
final class ExchangeNumbers {
    private final AtomicLong next;
    private final AtomicLong count;
    private final long first;
    /** Numbers from {@link #first} on that were saved since opening. */
    private final BitSet savedHere = new BitSet();

    /**
     * @param last the highest number ever given
     * @param count exchanges in the file
     */
    ExchangeNumbers(long last, long count) {
        this.next = new AtomicLong(last + 1);
        this.count = new AtomicLong(count);
        this.first = last + 1;
    }

    ExchangeId next() {
        return new ExchangeId(next.getAndIncrement());
    }

    int count() {
        return (int) count.get();
    }

    void saved(ExchangeId id) {
        next.accumulateAndGet(id.number() + 1, Math::max);
        if (isNew(id)) count.incrementAndGet();
    }

    /** The file is another one. */
    void recount(long exchanges) {
        count.set(exchanges);
    }

    void gone(int exchanges) {
        count.addAndGet(-exchanges);
    }

    /** True once for each number that was not in the file on opening. */
    private boolean isNew(ExchangeId id) {
        synchronized (savedHere) {
            int place = (int) Math.min(Integer.MAX_VALUE - 1, id.number() - first);
            if (place < 0 || savedHere.get(place)) return false;
            savedHere.set(place);
            return true;
        }
    }
}
