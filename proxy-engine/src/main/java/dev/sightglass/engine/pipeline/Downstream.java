package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.model.ResponseHead;

/** The way back to the client of one exchange. Used by the exchange's own thread only. */
public interface Downstream {
    /** Sends a whole answer. */
    void reply(ResponseHead head, byte[] body) throws ClientGone;

    /** Begins a streamed answer; the head may leave together with the first bytes. */
    void begin(ResponseHead head) throws ClientGone;

    /** Sends bytes of a streamed answer at once; waits while the client does not read. */
    void send(byte[] bytes) throws ClientGone;

    /** Sends the last bytes of a streamed answer and its end; the connection can be used again. */
    void end(byte[] bytes) throws ClientGone;

    /** Breaks the connection, so that the client knows that the answer is not complete. */
    void abort();
}
