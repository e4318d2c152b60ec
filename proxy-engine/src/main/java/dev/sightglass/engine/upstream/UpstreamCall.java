package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.upstream.http.HttpCall;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request on its way to the upstream. One thread asks for its answer; any thread may cancel it. */
public final class UpstreamCall {
    private static final AnswerPiece SILENCE = new AnswerPiece.Silence();
    private static final AnswerPiece END = new AnswerPiece.End();

    private final HttpCall call;
    private final URI uri;

    UpstreamCall(HttpCall call, URI uri) {
        this.call = call;
        this.uri = uri;
    }

    /**
     * Sends the request and waits for the answer's head.
     *
     * @throws UpstreamFailure when none comes
     */
    public UpstreamAnswer answer(Duration firstByte) throws UpstreamFailure {
        try {
            return new Answer(call.ask(firstByte));
        } catch (SocketTimeoutException _) {
            cancel();
            throw FailureMap.noHead(uri, firstByte);
        } catch (IOException e) {
            throw FailureMap.of(e, uri, call.stale());
        }
    }

    /** Gives up: the connection is closed at once, whoever waits is woken. */
    public void cancel() {
        call.cancel();
    }

    private final class Answer implements UpstreamAnswer {
        private final ResponseHead head;
        private @Nullable AnswerPiece last;

        Answer(ResponseHead head) {
            this.head = head;
        }

        @Override
        public ResponseHead head() {
            return head;
        }

        @Override
        public AnswerPiece next(Duration wait) {
            if (last != null) return last;
            try {
                byte[] piece = call.next(wait);
                return piece == null ? ended(END) : new AnswerPiece.Bytes(piece);
            } catch (SocketTimeoutException _) {
                return SILENCE;
            } catch (IOException e) {
                cancel();
                return ended(new AnswerPiece.Broken(FailureMap.cut(e)));
            }
        }

        private AnswerPiece ended(AnswerPiece end) {
            last = end;
            return end;
        }

        @Override
        public void close() {
            if (last != END) cancel();
        }
    }
}
