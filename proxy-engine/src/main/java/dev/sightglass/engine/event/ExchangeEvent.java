package dev.sightglass.engine.event;

import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.TranslationNote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an exchange. {@code at} is nanoseconds of the monotonic clock since the exchange's first byte.
 * Byte arrays are handed over: neither side changes them afterwards. Secrets are still inside; the recorder takes them out.
 */
public sealed interface ExchangeEvent {
    ExchangeId id();

    long at();

    /** The head of a request is here. Always the first event of an exchange. */
    record Received(ExchangeId id, long at, Instant startedAt, String clientAddress, RequestHead head)
            implements ExchangeEvent {}

    /** The client's request is read to its end; {@code facts} say what was understood of it. */
    record RequestRead(
            ExchangeId id,
            long at,
            byte[] body,
            RequestFacts facts,
            @Nullable String sessionId) implements ExchangeEvent {}

    /** It is decided where the request goes. */
    record Routed(ExchangeId id, long at, Route route) implements ExchangeEvent {}

    /**
     * A request goes out to Azure.
     *
     * @param attempt counts from 1
     * @param reason why a second or later try is made
     */
    record UpstreamSent(
            ExchangeId id,
            long at,
            int attempt,
            RequestHead head,
            byte[] body,
            List<TranslationNote> notes,
            @Nullable String reason)
            implements ExchangeEvent {}

    /** Azure's response head is here. */
    record UpstreamAnswered(ExchangeId id, long at, int attempt, ResponseHead head) implements ExchangeEvent {}

    /** A piece of Azure's response body is here, as read from the wire. */
    record UpstreamBytes(ExchangeId id, long at, int attempt, byte[] bytes) implements ExchangeEvent {}

    /** Azure's response is read to its end, or broke off ({@code failure} says how). */
    record UpstreamEnded(
            ExchangeId id, long at, int attempt, @Nullable String failure) implements ExchangeEvent {}

    /** The response head goes to the client. */
    record DownstreamAnswered(ExchangeId id, long at, ResponseHead head) implements ExchangeEvent {}

    /** A piece of the response body went to the client. */
    record DownstreamBytes(ExchangeId id, long at, byte[] bytes) implements ExchangeEvent {}

    /** The first content delta went to the client. At most once. */
    record ContentStarted(ExchangeId id, long at) implements ExchangeEvent {}

    /** What the answer says of itself, as far as known; a later one replaces an earlier one. */
    record AnswerRead(ExchangeId id, long at, AnswerFacts facts, List<TranslationNote> notes)
            implements ExchangeEvent {}

    /** The exchange is over. Always the last event. */
    record Ended(ExchangeId id, long at, Outcome outcome) implements ExchangeEvent {}
}
