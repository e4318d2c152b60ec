package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.messages.MessageStreamWriter;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.codec.sse.SseEvent;
import dev.sightglass.engine.codec.sse.SseReader;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.upstream.StreamTranslator;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A stream of JSON events that becomes one of Messages API events; a subclass knows the events of one API. One thread. */
public abstract class TranslatedStream implements StreamTranslator {
    private static final String DONE = "[DONE]";

    protected final AnswerLog log;
    protected final MessageStreamWriter writer = new MessageStreamWriter();
    protected final StreamEnd end = new StreamEnd(writer);
    protected final MessagesRequest request;

    @SuppressWarnings("this-escape") // the reader calls nothing before it is given bytes
    private final SseReader reader = new SseReader(this::read);

    protected TranslatedStream(MessagesRequest request, AnswerLog log) {
        this.request = request;
        this.log = log;
    }

    /**
     * One event.
     *
     * @param type the event's name on the wire, {@code message} when it had none
     */
    protected abstract void event(String type, JsonNode data);

    /** The upstream said that it is done, and the answer is not whole yet as far as is known. */
    protected abstract void done();

    /** The body ended, or broke off for a reason, and the answer is not whole yet as far as is known. */
    protected abstract void ended(@Nullable String failure);

    @Override
    public final void read(byte[] bytes, int offset, int length, ByteArrayOutputStream out) {
        if (!end.reached()) reader.read(bytes, offset, length);
        writer.drainTo(out);
    }

    private void read(SseEvent event) {
        String data = event.data().strip();
        if (end.reached() || data.isEmpty()) return;
        if (data.equals(DONE)) {
            done();
            return;
        }
        try {
            JsonNode tree = Json.tree(data);
            if (tree.isObject()) event(event.type(), tree);
            else end.garbled("an event that is no JSON object");
        } catch (MalformedJson e) {
            end.garbled(e.reason());
        }
    }

    @Override
    public final void end(@Nullable String failure, ByteArrayOutputStream out) {
        if (!end.reached()) ended(failure);
        writer.drainTo(out);
    }

    @Override
    public final boolean contentStarted() {
        return writer.contentStarted();
    }

    @Override
    public final boolean finished() {
        return end.reached();
    }

    @Override
    public final Outcome outcome() {
        return end.outcome();
    }

    /** Begins the message for the client, once. */
    protected final void startMessage() {
        writer.start(AnswerIds.message(log.responseId(), request), request.model());
    }

    /** Ends the message for the client: the answer is whole. */
    protected final void finishMessage(String stopReason) {
        log.stopReason(stopReason);
        if (log.usage() == null)
            log.notes.once(Action.INVENTED, "usage", "usage", "Azure reported no tokens; the client is told zeros");
        writer.finish(stopReason, log.usage());
        end.succeeded();
    }
}
