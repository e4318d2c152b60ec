package dev.sightglass.engine.codec.sse;

import dev.sightglass.engine.codec.json.JsonOut;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes events, each with its type and one line of JSON. */
public final class SseWriter {
    private static final byte[] EVENT = "event: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private SseWriter() {}

    /** @param json one value without line breaks, as {@link JsonOut} writes it */
    public static void write(String type, JsonOut json, ByteArrayOutputStream out) {
        out.writeBytes(EVENT);
        out.writeBytes(type.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(DATA);
        json.writeTo(out);
        out.writeBytes(END);
    }
}
