package dev.sightglass.engine.export;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.SummaryDraft;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import java.util.List;

/** Variants of the recorded samples. */
public final class SampleChanges {
    private SampleChanges() {}

    /** The client left while the answer was under way. */
    public static RecordedExchange cancelled(RecordedExchange sample) {
        Exchange e = sample.exchange();
        ExchangeSummary summary = e.summary().with(new Outcome.Cancelled("The client closed the connection."));
        return new RecordedExchange(new Exchange(summary, e.downstream(), e.attempts(), e.notes()), sample.bodies());
    }

    /** No answer came from Azure, and none was sent. */
    public static RecordedExchange failed(RecordedExchange sample) {
        Exchange e = sample.exchange();
        Attempt sent = e.attempts().getFirst();
        Attempt attempt =
                new Attempt(1, unanswered(sent.leg()), sent.sentAt(), 5_000_000, null, "Azure closed the connection.");
        Outcome outcome =
                new Outcome.TransportError(Outcome.Kind.RESET, Party.UPSTREAM, "Azure closed the connection.");
        Timings timings = new Timings(1_000_000, 3_000_000, -1, -1, -1, -1, 6_000_000);
        ExchangeSummary summary =
                facts(e.summary(), e.summary().request(), timings).with(outcome);
        return new RecordedExchange(
                new Exchange(summary, unanswered(e.downstream()), List.of(attempt), List.of()), sample.bodies());
    }

    public static RecordedExchange requestBody(RecordedExchange sample, byte[] bytes) {
        RecordedBody body = new RecordedBody(new Body.Captured(bytes.length), bytes, ArrivalMarks.NONE);
        return new RecordedExchange(
                sample.exchange(),
                ref -> ref.part() == BodyPart.DOWNSTREAM_REQUEST
                        ? body
                        : sample.bodies().apply(ref));
    }

    public static RecordedExchange titled(RecordedExchange sample, String title) {
        Exchange e = sample.exchange();
        RequestFacts r = e.summary().request();
        RequestFacts request = new RequestFacts(
                r.endpoint(),
                r.method(),
                r.path(),
                r.requestedModel(),
                r.stream(),
                r.messages(),
                r.tools(),
                r.maxTokens(),
                r.effort(),
                title);
        ExchangeSummary summary = facts(e.summary(), request, e.summary().timings());
        return new RecordedExchange(new Exchange(summary, e.downstream(), e.attempts(), e.notes()), sample.bodies());
    }

    /** The client's request with another head; nothing was sent to Azure. */
    public static RecordedExchange request(RecordedExchange sample, RequestHead head) {
        Exchange e = sample.exchange();
        Leg leg = e.downstream();
        Leg other = new Leg(head, leg.requestBody(), leg.response(), leg.responseBody());
        return new RecordedExchange(new Exchange(e.summary(), other, List.of(), List.of()), sample.bodies());
    }

    private static Leg unanswered(Leg leg) {
        return new Leg(leg.request(), leg.requestBody(), null, Body.EMPTY);
    }

    private static ExchangeSummary facts(ExchangeSummary s, RequestFacts request, Timings timings) {
        return new SummaryDraft(s).request(request).timings(timings).done();
    }
}
