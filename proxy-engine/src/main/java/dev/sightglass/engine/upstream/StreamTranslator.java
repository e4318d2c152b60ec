package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.Outcome;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a streamed answer into Messages API events, piece by piece as the wire brings them. One thread.
 *
 * <p>All events that one piece completes are written together, so that the caller can send them with one write; a translated
 * stream writes whole events only.
 */
public interface StreamTranslator {
    /** Takes the next bytes of the upstream's response body and writes what the client is to get for them. */
    void read(byte[] bytes, int offset, int length, ByteArrayOutputStream out);

    /**
     * The upstream's body has ended or broken off: writes the closing events, or the error event when the answer is not
     * complete.
     *
     * @param failure why it broke off, or null when it ended by itself
     */
    void end(@Nullable String failure, ByteArrayOutputStream out);

    /** True once a content delta (text, thinking, tool input) has been written. */
    boolean contentStarted();

    /** True once the closing event has been written: nothing more needs to be read from the upstream. */
    boolean finished();

    /** How the stream went, as known so far; in flight until {@link #finished} or {@link #end}. */
    Outcome outcome();
}
