package dev.sightglass.engine.upstream.azure.foundry;

/** Finds the end of a gzip member's header, RFC 1952 section 2.3. */
final class GzipHeader {
    private static final int FIXED = 10;
    private static final int CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private GzipHeader() {}

    /** The index after the header; -1 when more bytes are needed. */
    static int end(byte[] bytes) {
        if (bytes.length < FIXED) return -1;
        int flags = bytes[3];
        int at = FIXED;
        if ((flags & EXTRA) != 0) {
            if (bytes.length < at + 2) return -1;
            at += 2 + ((bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8);
        }
        if ((flags & NAME) != 0) at = afterZero(bytes, at);
        if ((flags & COMMENT) != 0) at = afterZero(bytes, at);
        if ((flags & CRC) != 0 && at >= 0) at += 2;
        return at > bytes.length ? -1 : at;
    }

    private static int afterZero(byte[] bytes, int from) {
        if (from < 0) return -1;
        for (int i = from; i < bytes.length; i++) if (bytes[i] == 0) return i + 1;
        return -1;
    }
}
