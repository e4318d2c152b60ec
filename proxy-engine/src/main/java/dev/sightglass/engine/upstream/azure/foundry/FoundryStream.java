package dev.sightglass.engine.upstream.azure.foundry;

import dev.sightglass.engine.codec.sse.SseReader;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.upstream.StreamTranslator;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that passes as it comes. Nothing is added to it, not even when it breaks off: the client has to see the break.
 */
final class FoundryStream implements StreamTranslator {
    private final MessageFacts facts;
    private final DecodedCopy copy;
    private Outcome outcome = Outcome.IN_FLIGHT;

    FoundryStream(String coding, MessageFacts facts) {
        this.facts = facts;
        SseReader reader = new SseReader(facts::event);
        copy = new DecodedCopy(coding, reader::read);
    }

    @Override
    public void read(byte[] bytes, int offset, int length, ByteArrayOutputStream out) {
        out.write(bytes, offset, length);
        copy.write(bytes, offset, length);
    }

    @Override
    public void end(@Nullable String failure, ByteArrayOutputStream out) {
        boolean understood = copy.readable() || facts.stopped() || facts.contentStarted();
        copy.close();
        if (facts.errorType() != null) outcome = new Outcome.ApiError(200, facts.errorType(), facts.errorMessage());
        else if (facts.stopped() || (failure == null && !understood)) outcome = Outcome.SUCCEEDED;
        else outcome = new Outcome.TransportError(Outcome.Kind.CUT_STREAM, Party.UPSTREAM, message(failure));
    }

    @Override
    public boolean contentStarted() {
        return facts.contentStarted();
    }

    /** Only once the body has ended: bytes after the last event pass too. */
    @Override
    public boolean finished() {
        return !(outcome instanceof Outcome.InFlight);
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    private static String message(@Nullable String failure) {
        return "The upstream's stream ended before message_stop" + (failure == null ? "" : " (" + failure + ")");
    }
}
