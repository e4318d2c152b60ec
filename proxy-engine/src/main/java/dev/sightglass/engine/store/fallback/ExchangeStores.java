package dev.sightglass.engine.store.fallback;

import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreRefused;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import dev.sightglass.engine.store.sqlite.LastNumber;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.time.Duration;

/** Opens stores for traffic, which comes first: without a usable data folder it is kept in memory. */
public final class ExchangeStores {
    private static final Duration PACE = Duration.ofSeconds(5);

    private ExchangeStores() {}

    /**
     * The folder's store, or one in memory that says so in its health and notices, and that moves to the folder once that can
     * be used. Refused only when another process records there and {@code options} ask for writing.
     */
    public static ExchangeStore open(StoreOptions options, CaptureSettings capture) {
        return open(options, capture, PACE);
    }

    /** @param pace how often the folder is tried again */
    static ExchangeStore open(StoreOptions options, CaptureSettings capture, Duration pace) {
        try {
            return SqliteExchangeStore.open(options);
        } catch (StoreRefused refused) {
            if (refused.reason() == StoreRefused.Cause.IN_USE) throw refused;
            long last = LastNumber.in(options.folder());
            return new FallbackStore(options, new MemoryExchangeStore(capture).after(last), refused, pace);
        }
    }
}
