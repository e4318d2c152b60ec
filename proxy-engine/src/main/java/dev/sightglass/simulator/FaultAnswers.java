package dev.sightglass.simulator;

import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.Ending;
import dev.sightglass.simulator.answer.Pieces;
import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.fault.Fault;
import dev.sightglass.simulator.stream.StreamPlayer;
import dev.sightglass.simulator.wire.BodyFraming;
import dev.sightglass.simulator.wire.Header;
import dev.sightglass.simulator.wire.WireExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The faults that replace an answer, and those that change it before it is written. */
final class FaultAnswers {
    private FaultAnswers() {}

    static void writeInstead(WireExchange exchange, Fault.InsteadOfAnswer fault, List<Header> azureHeaders)
            throws IOException, InterruptedException {
        switch (fault) {
            case Fault.HttpAnswer answer -> write(exchange, answer, azureHeaders);
            case Fault.AnswerBeforeUpload early -> {
                write(exchange, early.answer(), azureHeaders);
                exchange.readBody();
                exchange.closeAfterwards();
            }
            case Fault.BreakBeforeHead broken -> StreamPlayer.breakOff(exchange, broken.how());
            case Fault.RawAnswer raw -> {
                exchange.raw(raw.bytes());
                exchange.close();
            }
        }
    }

    /** Waits where a fault says so. */
    static void holdBeforeHead(WireExchange exchange, List<Fault> faults) throws IOException, InterruptedException {
        for (Fault fault : faults) {
            if (fault instanceof Fault.HoldBeforeHead hold) {
                StreamPlayer.hold(exchange, hold.gate());
            }
        }
    }

    static AnswerPlan change(AnswerPlan plan, List<Fault> faults) {
        AnswerPlan changed = plan;
        for (Fault fault : faults) {
            if (fault instanceof Fault.FilterAfter filter) {
                changed = filterAfter(changed, filter.characters());
            }
        }
        return changed;
    }

    static Answer change(Answer answer, List<Fault> faults) {
        Answer changed = answer;
        for (Fault fault : faults) {
            if (fault instanceof Fault.ToolCalls calls) {
                changed = changed.withToolCallShape(calls.shape());
            }
        }
        return changed;
    }

    private static AnswerPlan filterAfter(AnswerPlan plan, int characters) {
        String text = plan.wholeText().orElse("");
        String kept = text.substring(0, Math.min(characters, text.length()));
        List<AnswerPart> parts = kept.isEmpty() ? List.of() : List.of(new AnswerPart.Text(Pieces.words(kept)));
        return plan.withParts(parts).withEnding(Ending.CONTENT_FILTER);
    }

    private static void write(WireExchange exchange, Fault.HttpAnswer answer, List<Header> azureHeaders)
            throws IOException, InterruptedException {
        List<Header> headers = new ArrayList<>(azureHeaders);
        headers.addAll(answer.headers());
        exchange.sendHead(answer.status(), headers, new BodyFraming.Fixed(answer.body().length));
        exchange.write(answer.body());
        exchange.finish();
    }
}
