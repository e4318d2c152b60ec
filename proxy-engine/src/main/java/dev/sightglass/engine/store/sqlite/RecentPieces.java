package dev.sightglass.engine.store.sqlite;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The pieces used last, with their bytes: nearly all of a request is the request before it, and to compare bytes is a
 * twentieth of the work of hashing them. On the writing thread.
 */
final class RecentPieces {
    private final long mostBytes;
    private final Map<Key, Known> known = new LinkedHashMap<>(256, 0.75f, true);
    private final CRC32C crc = new CRC32C();
    private long bytes;

    private record Key(int length, int crc) {}

    private record Known(byte[] piece, long ref) {}

    RecentPieces(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Where an equal piece is kept; null when it is not known here. */
    @Nullable
    Long find(byte[] from, int start, int end) {
        Known found = known.get(key(from, start, end));
        return found != null && Arrays.equals(from, start, end, found.piece, 0, found.piece.length) ? found.ref : null;
    }

    /** Another piece of the same key gives way. */
    void put(byte[] piece, long ref) {
        Known before = known.put(key(piece, 0, piece.length), new Known(piece, ref));
        bytes += piece.length - (before == null ? 0 : before.piece.length);
        var eldest = known.values().iterator();
        while (bytes > mostBytes) {
            bytes -= eldest.next().piece.length;
            eldest.remove();
        }
    }

    void forget() {
        known.clear();
        bytes = 0;
    }

    private Key key(byte[] from, int start, int end) {
        crc.reset();
        crc.update(from, start, end - start);
        return new Key(end - start, (int) crc.getValue());
    }
}
