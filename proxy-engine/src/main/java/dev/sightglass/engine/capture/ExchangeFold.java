package dev.sightglass.engine.capture;

import dev.sightglass.engine.credential.SecretMask;
import dev.sightglass.engine.event.ExchangeEvent;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds the events of one exchange into what is known of it. The recorder's thread only. */
final class ExchangeFold {
    private final ExchangeStore store;
    private final Redactor redactor;
    private final boolean payloads;
    private final ExchangeEvent.Received received;
    private final RequestHead head;
    private final BodyRecording requestBody;
    private final BodyRecording responseBody;
    private final List<AttemptFold> attempts = new ArrayList<>();
    private final List<TranslationNote> requestNotes = new ArrayList<>();
    private SecretMask mask;
    private ClientInfo client;
    private RequestFacts facts;
    private @Nullable Route route;
    private @Nullable ResponseHead response;
    private AnswerFacts answer = AnswerFacts.NONE;
    private List<TranslationNote> answerNotes = List.of();
    private Marks marks = new Marks();
    private Outcome outcome = Outcome.IN_FLIGHT;

    /** The times so far. */
    private static final class Marks {
        long requestRead = Timings.UNSET;
        long upstreamSent = Timings.UNSET;
        long upstreamHead = Timings.UNSET;
        long firstUpstreamByte = Timings.UNSET;
        long firstContent = Timings.UNSET;
        long lastUpstreamByte = Timings.UNSET;
        long ended = Timings.UNSET;

        Timings timings() {
            return new Timings(
                    requestRead, upstreamSent, upstreamHead, firstUpstreamByte, firstContent, lastUpstreamByte, ended);
        }
    }

    ExchangeFold(
            ExchangeEvent.Received received,
            ExchangeStore store,
            Redactor redactor,
            SecretMask known,
            boolean payloads) {
        this.received = received;
        this.store = store;
        this.redactor = redactor;
        this.payloads = payloads;
        this.mask = known.with(Redactor.secretsIn(received.head().headers()));
        this.head = redactor.redact(received.head(), mask);
        this.client = ClientInfos.of(received.clientAddress(), received.head().headers());
        this.requestBody = recording(BodyPart.DOWNSTREAM_REQUEST, 0);
        this.responseBody = recording(BodyPart.DOWNSTREAM_RESPONSE, 0);
        String path = head.uri().split("\\?", 2)[0];
        this.facts =
                new RequestFacts(RequestFacts.Endpoint.OTHER, head.method(), path, null, false, 0, 0, null, null, null);
    }

    /** @param lost bytes of the event's body that are not in it because the recorder was behind */
    void fold(ExchangeEvent event, long lost) {
        switch (event) {
            case ExchangeEvent.Received _ -> {}
            case ExchangeEvent.RequestRead read -> requestRead(read, lost);
            case ExchangeEvent.Routed routed -> route = routed.route();
            case ExchangeEvent.UpstreamSent sent -> upstreamSent(sent, lost);
            case ExchangeEvent.UpstreamAnswered answered -> upstreamAnswered(answered);
            case ExchangeEvent.UpstreamBytes bytes -> upstreamBytes(bytes, lost);
            case ExchangeEvent.UpstreamEnded over -> upstreamEnded(over);
            case ExchangeEvent.DownstreamAnswered answered -> response = redactor.redact(answered.head(), mask);
            case ExchangeEvent.DownstreamBytes bytes -> take(responseBody, bytes.at(), bytes.bytes(), lost);
            case ExchangeEvent.ContentStarted started -> marks.firstContent = started.at();
            case ExchangeEvent.AnswerRead read -> {
                answer = read.facts();
                answerNotes = read.notes();
            }
            case ExchangeEvent.Ended over -> ended(over);
        }
    }

    boolean isOver() {
        return !(outcome instanceof Outcome.InFlight);
    }

    Exchange exchange() {
        List<TranslationNote> notes = new ArrayList<>(requestNotes);
        notes.addAll(answerNotes);
        Leg downstream = new Leg(head, requestBody.state(), response, responseBody.state());
        return new Exchange(
                summary(notes.size()),
                downstream,
                attempts.stream().map(AttemptFold::attempt).toList(),
                notes);
    }

    private ExchangeSummary summary(int notes) {
        AttemptFold last = attempts.isEmpty() ? null : attempts.getLast();
        return new ExchangeSummary(
                received.id(),
                ExchangeSummary.nanosOf(received.startedAt()),
                client,
                facts,
                route,
                answer,
                marks.timings(),
                outcome,
                response == null ? 0 : response.status(),
                requestBody.size(),
                responseBody.size(),
                last == null ? 0 : last.requestBody.size(),
                last == null ? 0 : last.responseBody.size(),
                attempts.size(),
                notes,
                Annotation.NONE);
    }

    private void requestRead(ExchangeEvent.RequestRead read, long lost) {
        marks.requestRead = read.at();
        facts = read.facts().map(mask::mask);
        client = ClientInfos.withSession(client, read.sessionId());
        take(requestBody, read.at(), read.body(), lost);
        requestBody.finish(read.at());
    }

    private void upstreamSent(ExchangeEvent.UpstreamSent sent, long lost) {
        mask = mask.with(Redactor.secretsIn(sent.head().headers()));
        marks.upstreamSent = sent.at();
        marks.upstreamHead = Timings.UNSET;
        marks.firstUpstreamByte = Timings.UNSET;
        marks.lastUpstreamByte = Timings.UNSET;
        requestNotes.clear();
        requestNotes.addAll(sent.notes());
        AttemptFold attempt = new AttemptFold(
                sent.attempt(),
                redactor.redact(sent.head(), mask),
                sent.at(),
                sent.reason() == null ? null : mask.mask(sent.reason()),
                recording(BodyPart.UPSTREAM_REQUEST, sent.attempt()),
                recording(BodyPart.UPSTREAM_RESPONSE, sent.attempt()));
        attempts.add(attempt);
        take(attempt.requestBody, sent.at(), sent.body(), lost);
        attempt.requestBody.finish(sent.at());
    }

    private void upstreamAnswered(ExchangeEvent.UpstreamAnswered answered) {
        marks.upstreamHead = answered.at();
        attempts.get(answered.attempt() - 1).answered(redactor.redact(answered.head(), mask));
    }

    private void upstreamBytes(ExchangeEvent.UpstreamBytes bytes, long lost) {
        if (marks.firstUpstreamByte == Timings.UNSET) marks.firstUpstreamByte = bytes.at();
        marks.lastUpstreamByte = bytes.at();
        take(attempts.get(bytes.attempt() - 1).responseBody, bytes.at(), bytes.bytes(), lost);
    }

    private void upstreamEnded(ExchangeEvent.UpstreamEnded over) {
        String failure = over.failure();
        attempts.get(over.attempt() - 1).ended(over.at(), failure == null ? null : mask.mask(failure));
        if (marks.lastUpstreamByte == Timings.UNSET) marks.lastUpstreamByte = over.at();
    }

    private void ended(ExchangeEvent.Ended over) {
        marks.ended = over.at();
        requestBody.finish(over.at());
        responseBody.finish(over.at());
        for (AttemptFold attempt : attempts) attempt.ended(over.at(), null);
        outcome = masked(over.outcome());
    }

    /** Messages come from the upstream and may quote a key. */
    private Outcome masked(Outcome told) {
        return switch (told) {
            case Outcome.ApiError(int status, String code, String message) ->
                new Outcome.ApiError(status, code, mask.mask(message));
            case Outcome.TransportError(Outcome.Kind kind, var endedBy, String message) ->
                new Outcome.TransportError(kind, endedBy, mask.mask(message));
            case Outcome.Rejected(int status, String reason, String message) ->
                new Outcome.Rejected(status, reason, mask.mask(message));
            case Outcome.InFlight _, Outcome.Succeeded _, Outcome.Cancelled _, Outcome.Interrupted _ -> told;
        };
    }

    private void take(BodyRecording body, long at, byte[] bytes, long lost) {
        if (lost > 0) body.lose(lost);
        else body.append(at, bytes, mask);
    }

    private BodyRecording recording(BodyPart part, int attempt) {
        return new BodyRecording(store, new BodyRef(received.id(), part, attempt), payloads);
    }
}
