package dev.sightglass.engine.codec.messages;

import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A range of bytes that equals other ranges with the same content. */
final class SliceKey {
    private final byte[] bytes;
    private final int from;
    private final int length;
    private final int hash;

    private SliceKey(byte[] bytes, int from, int length, int hash) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
        this.hash = hash;
    }

    /** A key for looking up: it keeps the whole array alive. */
    static SliceKey over(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return new SliceKey(bytes, from, length, (int) crc.getValue() * 31 + length);
    }

    /** The same key over bytes of its own. */
    SliceKey owned() {
        return new SliceKey(Arrays.copyOfRange(bytes, from, from + length), 0, length, hash);
    }

    int length() {
        return length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SliceKey key
                && hash == key.hash
                && Arrays.equals(bytes, from, from + length, key.bytes, key.from, key.from + key.length);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
