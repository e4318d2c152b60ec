package dev.sightglass.engine.store.fallback;

import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreRefused;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tries now and then whether the data folder can be used, on a thread of its own, until it can. */
final class FolderWatch implements AutoCloseable {
    private final StoreOptions options;
    private final Duration pace;
    private final Consumer<ExchangeStore> usable;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "store-folder-watch");

    /** @param usable is given the store, once */
    FolderWatch(StoreOptions options, Duration pace, Consumer<ExchangeStore> usable) {
        this.options = options.with(StoreOptions.Access.WRITE);
        this.pace = pace;
        this.usable = usable;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closing.await(pace.toMillis(), TimeUnit.MILLISECONDS)) if (tried()) return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tried() {
        try {
            usable.accept(SqliteExchangeStore.open(options));
            return true;
        } catch (StoreRefused _) {
            return false; // what is wrong was told at the start
        }
    }

    /** Waits for a move that is under way. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
