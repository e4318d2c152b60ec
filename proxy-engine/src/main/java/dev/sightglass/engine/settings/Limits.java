package dev.sightglass.engine.settings;

import java.time.Duration;

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

    public Limits withHead(Duration other) {
        return new Limits(
                other,
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

    public Limits withBodyBytes(long other) {
        return new Limits(
                head,
                headBytes,
                headers,
                other,
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

    public Limits withSlowBody(Duration other) {
        return new Limits(
                head,
                headBytes,
                headers,
                bodyBytes,
                other,
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

    public Limits withConnect(Duration other) {
        return new Limits(
                head,
                headBytes,
                headers,
                bodyBytes,
                slowBody,
                slowBodyBytes,
                other,
                firstByte,
                idle,
                ping,
                answerBytes,
                errorBytes,
                clientPoll,
                stopGrace,
                recorderBytes);
    }

    public Limits withFirstByte(Duration other) {
        return new Limits(
                head,
                headBytes,
                headers,
                bodyBytes,
                slowBody,
                slowBodyBytes,
                connect,
                other,
                idle,
                ping,
                answerBytes,
                errorBytes,
                clientPoll,
                stopGrace,
                recorderBytes);
    }

    public Limits withIdle(Duration other) {
        return new Limits(
                head,
                headBytes,
                headers,
                bodyBytes,
                slowBody,
                slowBodyBytes,
                connect,
                firstByte,
                other,
                ping,
                answerBytes,
                errorBytes,
                clientPoll,
                stopGrace,
                recorderBytes);
    }

    public Limits withPing(Duration other) {
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
                other,
                answerBytes,
                errorBytes,
                clientPoll,
                stopGrace,
                recorderBytes);
    }

    public Limits withAnswerBytes(long other) {
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
                other,
                errorBytes,
                clientPoll,
                stopGrace,
                recorderBytes);
    }

    public Limits withStopGrace(Duration other) {
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
                other,
                recorderBytes);
    }

    public Limits withRecorderBytes(long other) {
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
                other);
    }

    public Limits withClientPoll(Duration other) {
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
                other,
                stopGrace,
                recorderBytes);
    }
}
