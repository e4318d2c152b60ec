package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.ResponseHead;
import java.time.Duration;

/** An answer whose head is here. One thread takes its body; any thread may close it. */
public interface UpstreamAnswer extends AutoCloseable {
    ResponseHead head();

    /** The next piece of the body; waits for it at most so long. */
    AnswerPiece next(Duration wait) throws InterruptedException;

    /** Gives the connection up unless the body is read to its end. */
    @Override
    void close();
}
