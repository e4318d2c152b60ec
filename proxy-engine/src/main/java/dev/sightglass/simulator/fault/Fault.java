package dev.sightglass.simulator.fault;

import dev.sightglass.simulator.api.ToolCallShape;
import dev.sightglass.simulator.stream.Breakage;
import dev.sightglass.simulator.stream.EventKind;
import dev.sightglass.simulator.stream.Framing;
import dev.sightglass.simulator.stream.Gate;
import dev.sightglass.simulator.stream.StreamStep;
import dev.sightglass.simulator.wire.Header;
import java.time.Duration;
import java.util.List;

/** One way to misbehave. Several can be combined for the same request when they concern different stages of its answer. */
public sealed interface Fault {

    /** Replaces the answer. */
    sealed interface InsteadOfAnswer extends Fault {}

    /** Changes what is answered. */
    sealed interface InAnswer extends Fault {}

    /** Changes the steps of a stream; without effect on an answer that is not streamed. */
    sealed interface InStream extends Fault {}

    /** Changes how the answer is put on the wire. */
    sealed interface OnWire extends Fault {}

    /** Any complete HTTP answer: errors, pages, redirects. {@link Faults} makes the usual ones. */
    record HttpAnswer(int status, List<Header> headers, byte[] body) implements InsteadOfAnswer {
        public HttpAnswer {
            headers = List.copyOf(headers);
        }
    }

    /** The answer comes while the request is still being uploaded, and the connection is closed after it. */
    record AnswerBeforeUpload(HttpAnswer answer) implements InsteadOfAnswer {}

    /** The connection ends before a head is sent. */
    record BreakBeforeHead(Breakage how) implements InsteadOfAnswer {}

    /** Raw bytes in place of an HTTP answer, then the connection is closed. */
    record RawAnswer(byte[] bytes) implements InsteadOfAnswer {}

    /** Nothing at all is sent until the gate is opened; then the answer comes as usual. */
    record HoldBeforeHead(Gate gate) implements InAnswer {}

    /** The content filter ends the answer after that many characters of text. */
    record FilterAfter(int characters) implements InAnswer {}

    /** Tool calls come in another shape (Chat Completions only). */
    record ToolCalls(ToolCallShape shape) implements InAnswer {}

    /** A JSON document comes although a stream was asked for. */
    record WholeInsteadOfStream() implements InAnswer {}

    /** The answer has no usage. */
    record NoUsage() implements InAnswer {}

    /** The connection or the body ends at this point. */
    record CutAt(CutPoint point, Breakage how) implements InStream {}

    /** Steps are put in at this point: foreign events, holds, broken bytes. */
    record Insert(CutPoint point, List<StreamStep> steps) implements InStream {
        public Insert {
            steps = List.copyOf(steps);
        }
    }

    /** Steps come at this point and nothing after them; the body then ends. */
    record EndWith(CutPoint point, List<StreamStep> steps) implements InStream {
        public EndWith {
            steps = List.copyOf(steps);
        }
    }

    /** Events of this kind are left out. */
    record Without(EventKind kind) implements InStream {}

    /** Another form of writing the same events. */
    record Framed(Framing framing) implements OnWire {}

    /** Each write carries at most this many bytes of the body, as an HTTP chunk of its own. */
    record SmallWrites(int bytes) implements OnWire {}

    /** The body is compressed although nobody asked for it. */
    record GzipUnasked() implements OnWire {}

    /** Interim answers (status 103) come before the real one. */
    record InterimAnswers(int count) implements OnWire {}

    /** The head comes in pieces of a few bytes with this pause before each. */
    record DribbledHead(Duration between) implements OnWire {}

    /** Chunk extensions, and trailers after the body. */
    record ChunkDecorations() implements OnWire {}

    /** The connection is closed after a complete answer that promised to keep it. */
    record CloseAfterAnswer() implements OnWire {}
}
