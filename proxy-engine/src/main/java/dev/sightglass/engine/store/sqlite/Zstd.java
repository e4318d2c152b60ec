package dev.sightglass.engine.store.sqlite;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compression by zstd against a dictionary of plain bytes that both sides know: a pack kept earlier, or one of the two
 * dictionaries that come with the program. Frames carry no magic number, size or checksum: the database has those. Belongs to
 * one session; keeps dictionaries that are used again ready.
 */
final class Zstd implements AutoCloseable {
    private static final int LEVEL = 12;
    private static final int LARGEST = 256 << 20;
    /** A dictionary made ready takes several times its size. */
    private static final int READY = 6;

    /** Shapes of the protocol's messages, so that a store's very first pieces need not tell them. Never changed: versioned. */
    static final byte[] SHAPES = resource("shapes-1.dict");

    private static final byte[] DETAILS = resource("details-1.dict");
    /** The key of {@link #DETAILS} among the packs' numbers. */
    private static final long DETAILS_KEY = -1;
    /** The key of one that is used once. */
    private static final long ONCE = -2;

    private final Map<Long, ZstdDictCompress> writing = new Ready<>();
    private final Map<Long, ZstdDictDecompress> reading = new Ready<>();
    /** Made once: a context takes longer to make than most packs to read. Null until needed, and after {@link #forget}. */
    private @Nullable ZstdCompressCtx compressor;

    private @Nullable ZstdDecompressCtx decompressor;
    /** The key of the dictionary that the decompressor has at hand. */
    private long loaded = ONCE;

    private static final class Ready<T extends Closeable> extends LinkedHashMap<Long, T> {
        private static final long serialVersionUID = 1;

        Ready() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
            if (size() <= READY) return false;
            close(eldest.getValue());
            return true;
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Zstd.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("the program file lacks " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What gives a dictionary when it is not ready. */
    interface Dictionary<E extends Exception> {
        byte[] bytes() throws E;
    }

    /** Compresses; {@code key} names the dictionary. */
    <E extends Exception> byte[] pack(byte[] raw, long key, Dictionary<E> dictionary) throws E {
        ZstdCompressCtx context = compressor();
        ZstdDictCompress ready = writing.get(key);
        if (ready == null) {
            ready = new ZstdDictCompress(dictionary.bytes(), LEVEL);
            // First here, so that the one that is closed to make room is not in use.
            context.loadDict(ready);
            writing.put(key, ready);
        } else context.loadDict(ready);
        return context.compress(raw);
    }

    private ZstdCompressCtx compressor() {
        ZstdCompressCtx known = compressor;
        if (known != null) return known;
        ZstdCompressCtx context = new ZstdCompressCtx();
        context.setLevel(LEVEL)
                .setMagicless(true)
                .setChecksum(false)
                .setContentSize(false)
                .setDictID(false);
        compressor = context;
        return context;
    }

    /** Throws a RuntimeException when the bytes are damaged. */
    <E extends Exception> byte[] unpack(byte[] packed, int size, long key, Dictionary<E> dictionary) throws E {
        ZstdDecompressCtx context = decompressor();
        if (loaded != key || loaded == ONCE) {
            ZstdDictDecompress ready = reading.get(key);
            if (ready == null) {
                ready = new ZstdDictDecompress(dictionary.bytes());
                context.loadDict(ready);
                reading.put(key, ready);
            } else context.loadDict(ready);
            loaded = key;
        }
        return unpack(context, packed, size);
    }

    /** The same against a dictionary that will hardly be used again. */
    byte[] unpackOnce(byte[] packed, int size, byte[] dictionary) {
        ZstdDecompressCtx context = decompressor();
        loaded = ONCE;
        context.loadDict(dictionary);
        return unpack(context, packed, size);
    }

    private ZstdDecompressCtx decompressor() {
        ZstdDecompressCtx known = decompressor;
        if (known != null) return known;
        loaded = ONCE;
        ZstdDecompressCtx context = new ZstdDecompressCtx();
        context.setMagicless(true);
        decompressor = context;
        return context;
    }

    private static byte[] unpack(ZstdDecompressCtx context, byte[] packed, int size) {
        if (size < 0 || size > LARGEST) throw new IllegalArgumentException("a pack of " + size + " bytes is damaged");
        byte[] raw = new byte[size];
        int length = context.decompressByteArray(raw, 0, size, packed, 0, packed.length);
        if (length != size) throw new IllegalArgumentException("a pack is " + length + " bytes long, not " + size);
        return raw;
    }

    byte[] packDetail(byte[] json) {
        return new ByteSink(json.length / 2)
                .number(json.length)
                .put(pack(json, DETAILS_KEY, () -> DETAILS))
                .toBytes();
    }

    byte[] unpackDetail(byte[] form) {
        ByteSource source = new ByteSource(form);
        int size = (int) source.number();
        return unpack(source.rest(), size, DETAILS_KEY, () -> DETAILS);
    }

    /** Forgets dictionaries: their packs' numbers may come to mean others. */
    void forget() {
        if (compressor != null) compressor.close();
        if (decompressor != null) decompressor.close();
        compressor = null;
        decompressor = null;
        writing.values().forEach(Zstd::close);
        writing.clear();
        reading.values().forEach(Zstd::close);
        reading.clear();
    }

    private static void close(Closeable dictionary) {
        try {
            dictionary.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        forget();
    }
}
