package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.codec.messages.MessageStreamWriter;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a translated stream ends: once, and never as a success when the answer is not whole. One thread. */
public final class StreamEnd {
    private final MessageStreamWriter writer;
    private Outcome outcome = Outcome.IN_FLIGHT;

    public StreamEnd(MessageStreamWriter writer) {
        this.writer = writer;
    }

    public boolean reached() {
        return !(outcome instanceof Outcome.InFlight);
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The closing events have been written. */
    public void succeeded() {
        outcome = Outcome.SUCCEEDED;
    }

    /** The body ended or broke off before the answer was whole. */
    public void cut(@Nullable String failure) {
        String message = "Azure's stream ended before the answer was complete"
                + (failure == null ? "" : " (" + failure + ")") + "; try again";
        writer.error(AnthropicErrors.API, message);
        outcome = new Outcome.TransportError(Outcome.Kind.CUT_STREAM, Party.UPSTREAM, message);
    }

    /** Something that is no event of the API. */
    public void garbled(String what) {
        String message = "Azure's stream cannot be read: " + what;
        writer.error(AnthropicErrors.API, message);
        outcome = new Outcome.TransportError(Outcome.Kind.NOT_AN_ANSWER, Party.UPSTREAM, message);
    }

    /** An error inside the stream, an object or its message alone. */
    public void failed(JsonNode error) {
        AzureError parsed = AzureError.inStream(error, writer.contentStarted());
        writer.error(parsed.streamType(), parsed.message());
        outcome = new Outcome.ApiError(200, parsed.code(), parsed.message());
    }
}
