package dev.sightglass.engine.server;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where a request's body comes from. Used on the connection's I/O thread; never waits. */
interface BodySource {
    /** Like a channel's read: 0 when nothing is there yet, -1 at the body's end. */
    int read(ByteBuffer into) throws IOException;

    /** Runs the action whenever there may be bytes, until {@link #quiet}. */
    void whenReadable(Runnable action);

    /** No more calls: a connection that stays readable would else call for ever. */
    void quiet();
}
