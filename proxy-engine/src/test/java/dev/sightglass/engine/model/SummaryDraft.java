package dev.sightglass.engine.model;

import java.time.Instant;

/** A summary like another one, but for what is said. */
public final class SummaryDraft {
    private final ExchangeSummary like;
    private long startedNanos;
    private ClientInfo client;
    private RequestFacts request;
    private Timings timings;
    private long more;

    public SummaryDraft(ExchangeSummary like) {
        this.like = like;
        startedNanos = like.startedNanos();
        client = like.client();
        request = like.request();
        timings = like.timings();
    }

    public SummaryDraft started(Instant at) {
        startedNanos = ExchangeSummary.nanosOf(at);
        return this;
    }

    public SummaryDraft client(ClientInfo other) {
        client = other;
        return this;
    }

    public SummaryDraft request(RequestFacts other) {
        request = other;
        return this;
    }

    public SummaryDraft timings(Timings other) {
        timings = other;
        return this;
    }

    /** With so many bytes more of the answer on both legs. */
    public SummaryDraft grown(long bytes) {
        more = bytes;
        return this;
    }

    public ExchangeSummary done() {
        return new ExchangeSummary(
                like.id(),
                startedNanos,
                client,
                request,
                like.route(),
                like.answer(),
                timings,
                like.outcome(),
                like.status(),
                like.requestSize(),
                like.responseSize() + more,
                like.upstreamRequestSize(),
                like.upstreamResponseSize() + more,
                like.attempts(),
                like.notes(),
                like.annotation());
    }
}
