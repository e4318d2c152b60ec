package dev.sightglass.engine.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.channels.StreamSourceChannel;

/** A body of known length, or none, as the server hands it out. */
final class SizedSource implements BodySource {
    private final StreamSourceChannel channel;

    SizedSource(StreamSourceChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void whenReadable(Runnable action) {
        channel.getReadSetter().set(_ -> action.run());
        channel.resumeReads();
    }

    @Override
    public void quiet() {
        channel.getReadSetter().set(null);
        channel.suspendReads();
    }
}
