package dev.sightglass.app.bench;

import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.SummaryDraft;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Makes exchanges in a store: a history at once, or live ones at an even rate that begin, stream and end. */
final class Traffic {
    /** Exchanges of one session; every fourth is a sub-agent's, of which a session has five. */
    private static final int IN_A_SESSION = 2_500;

    private static final int STREAMS_AFTER_MS = 200;
    private static final int ENDS_AFTER_MS = 1_000;
    private static final Leg LEG = new Leg(
            new RequestHead("POST", "/anything/v1/messages", Headers.of("accept", "*/*")),
            new Body.Arriving(0),
            null,
            Body.EMPTY);

    private final FakeExchangeStore store;

    Traffic(FakeExchangeStore store) {
        this.store = store;
    }

    /** Numbers 1 to {@code count}, all ended, up to a minute ago. */
    void history(int count) {
        Instant first = Instant.now().minusSeconds(60).minusMillis(400L * count);
        for (long n = 1; n <= count; n++) put(ended(n, first.plusMillis(n * 400)));
    }

    /** Plays this many exchanges a second for so long, from this number on. Gives the CPU time that this took, in nanoseconds. */
    long live(long from, int aSecond, Duration time) {
        long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long streamsAfter = (long) aSecond * STREAMS_AFTER_MS / 1_000;
        long endsAfter = (long) aSecond * ENDS_AFTER_MS / 1_000;
        long count = aSecond * time.toMillis() / 1_000;
        long began = System.nanoTime();
        for (long i = 0; i < count + endsAfter; i++) {
            LockSupport.parkNanos(began + i * 1_000_000_000L / aSecond - System.nanoTime());
            if (i < count) put(begun(from + i));
            if (i >= streamsAfter && i - streamsAfter < count) put(streaming(from + i - streamsAfter));
            if (i >= endsAfter) put(ended(from + i - endsAfter, Instant.now().minusMillis(ENDS_AFTER_MS)));
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
    }

    private ExchangeSummary begun(long n) {
        return at(SampleExchanges.pending(n), Instant.now());
    }

    private ExchangeSummary streaming(long n) {
        return at(SampleExchanges.streaming(n), Instant.now().minusMillis(STREAMS_AFTER_MS));
    }

    private ExchangeSummary ended(long n, Instant started) {
        if (n % 97 == 0) return at(SampleExchanges.ended(n, new Outcome.Cancelled("The client left."), 200), started);
        if (n % 41 == 0)
            return at(SampleExchanges.ended(n, new Outcome.ApiError(429, "429", "Rate limit reached."), 429), started);
        return at(SampleExchanges.done(n), started);
    }

    private void put(ExchangeSummary summary) {
        store.save(new Exchange(summary, LEG, List.of(), List.of()));
    }

    private static ExchangeSummary at(ExchangeSummary e, Instant started) {
        long n = e.id().number();
        @Nullable String agent = n % 4 == 2 ? "agent-" + n % 5 : null;
        ClientInfo client = new ClientInfo(
                "127.0.0.1",
                "claude-cli/2.1.330 (external, cli)",
                "session-" + n / IN_A_SESSION,
                agent,
                null,
                agent == null ? null : "Explore",
                "prompt-" + n / 12,
                null);
        return new SummaryDraft(e).started(started).client(client).done();
    }
}
