package dev.sightglass.engine.codec.messages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawValue;

/**
 * Gives the same value for the same bytes, so that a history sent again costs no parsing. Bounded by the bytes it holds;
 * safe for many threads.
 */
final class Interner<T> {
    /** Beside its key a value keeps about as much again, and so may what is derived from it. */
    private static final int WEIGHT_PER_BYTE = 3;

    private final Cache<SliceKey, T> cache;
    private final long maxBytes;

    Interner(long maxBytes) {
        this.maxBytes = maxBytes;
        cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((SliceKey key, T _) -> key.length() * WEIGHT_PER_BYTE + 100)
                .executor(Runnable::run)
                .build();
    }

    T get(RawValue slice, Parser<T> parser) throws MalformedJson {
        if ((long) slice.length() * WEIGHT_PER_BYTE > maxBytes / 2) return parser.parse(slice);
        SliceKey probe = SliceKey.over(slice.bytes(), slice.from(), slice.length());
        T known = cache.getIfPresent(probe);
        if (known != null) return known;
        T fresh = parser.parse(slice);
        T raced = cache.asMap().putIfAbsent(probe.owned(), fresh);
        return raced == null ? fresh : raced;
    }

    /** Reads a value from its bytes. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(RawValue slice) throws MalformedJson;
    }
}
