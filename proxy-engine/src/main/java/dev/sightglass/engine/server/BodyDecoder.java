package dev.sightglass.engine.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Takes the content encoding off a request's body. */
final class BodyDecoder {
    private BodyDecoder() {}

    static boolean knows(String encoding) {
        return encoding.equals("identity") || encoding.isEmpty() || encoding.equals("gzip");
    }

    /** The body has more bytes than allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** @throws IOException when the body is no proper gzip, {@link TooLarge} when it unpacks to too much */
    static byte[] decode(byte[] body, String encoding, long mostBytes) throws IOException {
        if (!encoding.equals("gzip")) return body;
        int most = (int) Math.min(mostBytes, Integer.MAX_VALUE - 16);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body), 64 << 10)) {
            byte[] decoded = in.readNBytes(most + 1);
            if (decoded.length > most) throw new TooLarge();
            return decoded;
        }
    }
}
