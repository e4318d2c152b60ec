package dev.sightglass.simulator;

import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.api.ModelApi;
import dev.sightglass.simulator.fault.Fault;
import dev.sightglass.simulator.fault.StreamFaults;
import dev.sightglass.simulator.stream.EventKind;
import dev.sightglass.simulator.stream.StreamOutput;
import dev.sightglass.simulator.stream.StreamPlayer;
import dev.sightglass.simulator.stream.StreamStep;
import dev.sightglass.simulator.wire.BodyFraming;
import dev.sightglass.simulator.wire.Header;
import dev.sightglass.simulator.wire.WireExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes one answer, streamed or whole, with the faults that concern its stream and its way on the wire. */
final class AnswerWriter {
    private final WireExchange exchange;
    private final List<Fault> faults;
    private final List<Header> headers;

    AnswerWriter(WireExchange exchange, List<Fault> faults, List<Header> headers) {
        this.exchange = exchange;
        this.faults = faults;
        this.headers = headers;
    }

    void write(ModelApi api, Answer answer) throws IOException, InterruptedException {
        exchange.pause(answer.plan().pace().beforeFirst());
        sendInterimAnswers();
        boolean streamed = answer.request().streaming() && !has(Fault.WholeInsteadOfStream.class);
        if (streamed) {
            play(steps(api, answer), "text/event-stream; charset=utf-8");
        } else {
            play(List.of(StreamStep.bytes(whole(api, answer).toString())), "application/json");
        }
        if (has(Fault.CloseAfterAnswer.class)) {
            exchange.closeAfterwards();
        }
    }

    /** A document that is no model's answer, such as a count of tokens. */
    void write(JsonNode document) throws IOException, InterruptedException {
        play(List.of(StreamStep.bytes(document.toString())), "application/json");
    }

    private List<StreamStep> steps(ModelApi api, Answer answer) {
        List<StreamStep> steps = api.stream(answer);
        for (Fault fault : faults) {
            if (fault instanceof Fault.InStream inStream) {
                steps = StreamFaults.apply(inStream, steps);
            }
        }
        return has(Fault.NoUsage.class) ? StreamFaults.apply(new Fault.Without(EventKind.USAGE), steps) : steps;
    }

    private JsonNode whole(ModelApi api, Answer answer) {
        JsonNode body = api.whole(answer);
        if (has(Fault.NoUsage.class) && body instanceof ObjectNode object) {
            object.remove("usage");
        }
        return body;
    }

    private void play(List<StreamStep> steps, String contentType) throws IOException, InterruptedException {
        StreamOutput output = output();
        List<Header> all = new ArrayList<>(headers);
        all.add(new Header("Content-Type", contentType));
        if (output.gzip()) {
            all.add(new Header("Content-Encoding", "gzip"));
        }
        for (Fault fault : faults) {
            if (fault instanceof Fault.DribbledHead dribbled) {
                exchange.dribbleHead(dribbled.between());
            }
        }
        exchange.sendHead(200, all, new BodyFraming.Chunked(has(Fault.ChunkDecorations.class)));
        new StreamPlayer(exchange, output).play(steps);
    }

    private StreamOutput output() {
        StreamOutput output = StreamOutput.USUAL;
        for (Fault fault : faults) {
            output = switch (fault) {
                case Fault.Framed framed -> output.withFraming(framed.framing());
                case Fault.SmallWrites small -> output.withBytesPerWrite(small.bytes());
                case Fault.GzipUnasked _ -> output.withGzip();
                case Fault.InterimAnswers _, Fault.DribbledHead _ -> output;
                case Fault.ChunkDecorations _, Fault.CloseAfterAnswer _ -> output;
                case Fault.InsteadOfAnswer _, Fault.InAnswer _, Fault.InStream _ -> output;
            };
        }
        return output;
    }

    private void sendInterimAnswers() throws IOException {
        for (Fault fault : faults) {
            if (fault instanceof Fault.InterimAnswers interim) {
                byte[] answer = "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < interim.count(); i++) {
                    exchange.raw(answer);
                }
            }
        }
    }

    private boolean has(Class<? extends Fault> kind) {
        return faults.stream().anyMatch(kind::isInstance);
    }
}
