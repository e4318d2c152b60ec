package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.BodyRef;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Tells that bytes are those that were written for one body: CRC-32C over whose they are, then over them. Stores before version 5
 * had it over the bytes alone, so that a damaged number could give one exchange the body of another; what they wrote is
 * still told that way.
 */
final class Checksum {
    /** Marks, above the 32 bits of the sum, that it begins with whose the bytes are. */
    private static final long WITH_PLACE = 1L << 32;

    private Checksum() {}

    static long of(BodyRef ref, byte[]... bytes) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(13)
                .putLong(ref.exchange().number())
                .put((byte) ref.part().ordinal())
                .putInt(ref.attempt())
                .flip());
        for (byte[] each : bytes) crc.update(each);
        return crc.getValue() | WITH_PLACE;
    }

    static boolean fits(long checksum, BodyRef ref, byte[] bytes) {
        if (checksum >= WITH_PLACE) return checksum == of(ref, bytes);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue() == checksum;
    }
}
