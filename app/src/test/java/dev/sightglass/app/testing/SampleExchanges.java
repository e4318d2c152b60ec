package dev.sightglass.app.testing;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.SummaryDraft;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.model.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exchanges as tests of the window need them: plausible, each the same in every run. */
public final class SampleExchanges {
    /** The moment at which the first of them starts. */
    public static final Instant START = Instant.parse("2026-11-22T14:02:11Z");

    private static final String SESSION = "5f1c0a9e-7d0b-4a34-9a38-0d3b2f7f2f10";
    private static final Deployment DEPLOYMENT = new Deployment(
            "gpt-4.1",
            UpstreamKind.CHAT,
            "https://demo.openai.azure.com",
            "demo",
            "2025-01-01-preview",
            ModelFamily.CLASSIC,
            32_768);

    private SampleExchanges() {}

    /** Number {@code n}, done after a moment. */
    public static ExchangeSummary done(long n) {
        long ttft = 480 + n * 137 % 900;
        long end = ttft + 900 + n * 811 % 5_000;
        Usage usage = Usage.reported(600 + n * 31 % 900, 10_800 + n * 450, null, 60 + n * 97 % 900);
        List<String> tools = n % 3 == 0 ? List.of() : List.of(n % 2 == 0 ? "Read" : "Bash");
        AnswerFacts answer = new AnswerFacts(
                "chatcmpl-" + n,
                "gpt-4.1-2025-04-14",
                tools.isEmpty() ? "end_turn" : "tool_use",
                tools.isEmpty() ? "stop" : "tool_calls",
                tools,
                usage);
        return make(n, answer, timings(ttft, end), Outcome.SUCCEEDED, 200);
    }

    public static ExchangeSummary pending(long n) {
        Timings timings =
                new Timings(ms(4), ms(9), Timings.UNSET, Timings.UNSET, Timings.UNSET, Timings.UNSET, Timings.UNSET);
        return make(n, AnswerFacts.NONE, timings, Outcome.IN_FLIGHT, 0);
    }

    public static ExchangeSummary streaming(long n) {
        Timings timings = new Timings(ms(4), ms(9), ms(420), ms(430), ms(510), Timings.UNSET, Timings.UNSET);
        return make(n, AnswerFacts.NONE, timings, Outcome.IN_FLIGHT, 200);
    }

    /** The same exchange a few bytes later. */
    public static ExchangeSummary growing(ExchangeSummary e) {
        return new SummaryDraft(e).grown(100).done();
    }

    /** Ended in this way without an answer. */
    public static ExchangeSummary ended(long n, Outcome outcome, int status) {
        Timings timings = new Timings(ms(4), ms(9), ms(210), ms(211), Timings.UNSET, ms(215), ms(216));
        return make(n, AnswerFacts.NONE, timings, outcome, status);
    }

    /** One of every state, most of them done, as a window full of rows. */
    public static List<ExchangeSummary> aScreenful() {
        List<ExchangeSummary> all = new ArrayList<>();
        for (int n = 1; n <= 21; n++) {
            all.add(
                    switch (n) {
                        case 5 ->
                            ended(5, new Outcome.ApiError(429, "429", "Rate limit reached; retry after 12 s."), 429);
                        case 9 -> ended(9, new Outcome.Cancelled("The client left."), 200);
                        case 12 ->
                            ended(
                                    12,
                                    new Outcome.TransportError(
                                            Outcome.Kind.TIMEOUT, Party.PROXY, "No answer within 600 s."),
                                    504);
                        case 15 -> ended(15, new Outcome.Rejected(413, "too-large", "The request is too large."), 413);
                        default -> done(n);
                    });
        }
        all.add(streaming(22));
        all.add(streaming(23));
        all.add(pending(24));
        return all;
    }

    public static ExchangeSummary make(long n, AnswerFacts answer, Timings timings, Outcome outcome, int status) {
        boolean agent = n % 4 == 2;
        ClientInfo client = new ClientInfo(
                "127.0.0.1",
                "claude-cli/2.1.330 (external, cli)",
                SESSION,
                agent ? "a1b2c3d4e5" : null,
                null,
                agent ? "Explore" : null,
                "prompt-" + (n + 5) / 6,
                null);
        return new ExchangeSummary(
                new ExchangeId(n),
                ExchangeSummary.nanosOf(START.plusMillis(n * 1_900 + (n > 12 ? 240_000 : 0))),
                client,
                request(n),
                new Route("gpt-4.1", DEPLOYMENT, "The model that the client names is the deployment."),
                answer,
                timings,
                outcome,
                status,
                48_213 + n * 900,
                6_100 + n * 10,
                40_020 + n * 900,
                9_800,
                1,
                3,
                Annotation.NONE);
    }

    private static RequestFacts request(long n) {
        @Nullable String title = n % 2 == 0 ? "Tell me about Vienna Oribasius manuscript." : "Run the tests";
        return new RequestFacts(
                RequestFacts.Endpoint.MESSAGES,
                "POST",
                "/anything/v1/messages",
                "gpt-4.1",
                true,
                (int) n,
                12,
                32_000,
                null,
                title,
                new PromptFacts("/home/ada/oribasius", 4_711, (int) (n + 5) / 6, (n + 5) / 6, List.of()));
    }

    private static Timings timings(long ttft, long end) {
        return new Timings(ms(4), ms(9), ms(ttft - 60), ms(ttft - 50), ms(ttft), ms(end - 3), ms(end));
    }

    private static long ms(long millis) {
        return millis * 1_000_000;
    }
}
