package dev.sightglass.engine.store.sqlite;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Compression by zstd against a dictionary of plain bytes that both sides know: a pack kept earlier, or one of the two
 * dictionaries that come with the program. Frames carry no magic number, size or checksum: the database has those.
 */
final class Zstd {
    /** Slower levels gain under 2% here. */
    private static final int LEVEL = 12;

    private static final int LARGEST = 256 << 20;

    /** Shapes of the protocol's messages, so that a store's very first pieces need not tell them. Never changed: versioned. */
    static final byte[] SHAPES = resource("shapes-1.dict");

    private static final byte[] DETAILS = resource("details-1.dict");

    private Zstd() {}

    private static byte[] resource(String name) {
        try (InputStream in = Zstd.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("the program file lacks " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pack(byte[] raw, byte[] dictionary) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.setLevel(LEVEL)
                    .setMagicless(true)
                    .setChecksum(false)
                    .setContentSize(false)
                    .setDictID(false);
            if (dictionary.length > 0) context.loadDict(dictionary);
            return context.compress(raw);
        }
    }

    /** Throws a RuntimeException when the bytes are damaged. */
    static byte[] unpack(byte[] packed, int size, byte[] dictionary) {
        if (size < 0 || size > LARGEST) throw new IllegalArgumentException("a pack of " + size + " bytes is damaged");
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            context.setMagicless(true);
            if (dictionary.length > 0) context.loadDict(dictionary);
            byte[] raw = new byte[size];
            int length = context.decompressByteArray(raw, 0, size, packed, 0, packed.length);
            if (length != size) throw new IllegalArgumentException("a pack is " + length + " bytes long, not " + size);
            return raw;
        }
    }

    static byte[] packDetail(byte[] json) {
        return new ByteSink(json.length / 2)
                .number(json.length)
                .put(pack(json, DETAILS))
                .toBytes();
    }

    static byte[] unpackDetail(byte[] form) {
        ByteSource source = new ByteSource(form);
        int size = (int) source.number();
        return unpack(source.take(form.length - source.position()), size, DETAILS);
    }
}
