package dev.sightglass.simulator.stream;

import dev.sightglass.simulator.wire.ClientGone;
import dev.sightglass.simulator.wire.WireExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Plays the steps of one stream; the response head has been sent already. Ends the answer in every case. */
public final class StreamPlayer {
    private static final Duration LONG = Duration.ofDays(1);

    private final WireExchange exchange;
    private final StreamOutput output;
    private final BodyWriter body;

    public StreamPlayer(WireExchange exchange, StreamOutput output) throws IOException {
        this.exchange = exchange;
        this.output = output;
        this.body = new BodyWriter(exchange, output);
    }

    /** @throws ClientGone when the client leaves before the end */
    public void play(List<StreamStep> steps) throws IOException, InterruptedException {
        body.write(output.framing().opening());
        for (StreamStep step : steps) {
            if (!play(step)) {
                return;
            }
        }
        body.finish();
    }

    private boolean play(StreamStep step) throws IOException, InterruptedException {
        switch (step) {
            case StreamStep.Event event -> body.write(output.framing().write(event.name(), event.data()));
            case StreamStep.Bytes bytes -> body.write(bytes.content());
            case StreamStep.Pause pause -> exchange.pause(pause.length());
            case StreamStep.Hold hold -> hold(exchange, hold.gate());
            case StreamStep.StayOpen _ -> exchange.pause(LONG);
            case StreamStep.Break broken -> {
                breakOff(exchange, broken.how());
                return false;
            }
        }
        return true;
    }

    /** Waits at a gate; a client that leaves meanwhile ends the waiting. */
    public static void hold(WireExchange exchange, Gate gate) throws IOException, InterruptedException {
        exchange.waitFor(gate.arrive());
    }

    /** Ends the connection in the given way. */
    public static void breakOff(WireExchange exchange, Breakage how) throws IOException {
        switch (how) {
            case CLOSE -> exchange.close();
            case RESET -> exchange.reset();
            case END_OF_BODY -> exchange.finish();
        }
    }
}
