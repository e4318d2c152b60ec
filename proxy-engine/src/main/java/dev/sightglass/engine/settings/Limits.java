package dev.sightglass.engine.settings;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Every bound of the proxy, in one place.
 *
 * @param head a request's head must be here within this time
 * @param headBytes the most bytes of a request's head
 * @param headers the most header lines of a request
 * @param bodyBytes the most bytes of a request's body, sent or decoded
 * @param slowBody a body that brings fewer than {@code slowBodyBytes} a second for this long is cut
 * @param connect to reach Azure
 * @param firstByte from the request sent to the answer's head
 * @param idle of an answer that has begun
 * @param ping how long an answer may be silent until the client is sent a ping
 * @param answerBytes the most bytes of an answer that is not streamed, decoded
 * @param errorBytes the most bytes that are read of an error's body
 * @param clientPoll how often it is looked whether the client is still there
 * @param stopGrace how long running exchanges may go on once the proxy is to stop
 * @param recorderBytes the most bytes that wait for the recorder
 */
public record Limits(
        Duration head,
        int headBytes,
        int headers,
        long bodyBytes,
        Duration slowBody,
        int slowBodyBytes,
        Duration connect,
        Duration firstByte,
        Duration idle,
        Duration ping,
        long answerBytes,
        int errorBytes,
        Duration clientPoll,
        Duration stopGrace,
        long recorderBytes) {
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(30),
            64 << 10,
            100,
            64L << 20,
            Duration.ofSeconds(60),
            1024,
            Duration.ofSeconds(10),
            Duration.ofSeconds(600),
            Duration.ofSeconds(300),
            Duration.ofSeconds(15),
            64L << 20,
            1 << 20,
            Duration.ofMillis(250),
            Duration.ofSeconds(5),
            64L << 20);

    /** A copy in which {@code change} has set some of the bounds. */
    public Limits with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.limits();
    }

    /** The bounds while they are being changed; each is named as in {@link Limits}. */
    public static final class Draft {
        public Duration head;
        public int headBytes;
        public int headers;
        public long bodyBytes;
        public Duration slowBody;
        public int slowBodyBytes;
        public Duration connect;
        public Duration firstByte;
        public Duration idle;
        public Duration ping;
        public long answerBytes;
        public int errorBytes;
        public Duration clientPoll;
        public Duration stopGrace;
        public long recorderBytes;

        private Draft(Limits from) {
            head = from.head;
            headBytes = from.headBytes;
            headers = from.headers;
            bodyBytes = from.bodyBytes;
            slowBody = from.slowBody;
            slowBodyBytes = from.slowBodyBytes;
            connect = from.connect;
            firstByte = from.firstByte;
            idle = from.idle;
            ping = from.ping;
            answerBytes = from.answerBytes;
            errorBytes = from.errorBytes;
            clientPoll = from.clientPoll;
            stopGrace = from.stopGrace;
            recorderBytes = from.recorderBytes;
        }

        private Limits limits() {
            return new Limits(
                    head,
                    headBytes,
                    headers,
                    bodyBytes,
                    slowBody,
                    slowBodyBytes,
                    connect,
                    firstByte,
                    idle,
                    ping,
                    answerBytes,
                    errorBytes,
                    clientPoll,
                    stopGrace,
                    recorderBytes);
        }
    }
}
