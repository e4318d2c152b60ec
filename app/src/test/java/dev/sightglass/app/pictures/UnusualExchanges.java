package dev.sightglass.app.pictures;

import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sample exchanges with what does not happen every day: many sessions and agents, long names, all scripts, each failure. */
final class UnusualExchanges {
    static final String LONG_NAME = "gpt-4.1-2025-04-14-data-zone-eu-west-platform-engineering-shared-production";

    /** Prompts as people write them: Japanese, Arabic, Hebrew with numbers, emoji, an override of the direction. */
    static final List<String> PROMPTS = List.of(
            "\u6f6e\u4f4d\u8868\u304c\u51ac\u306b\u4e00\u6642\u9593\u9045\u308c\u308b\u7406\u7531\u3092\u8abf\u3079\u3066\u76f4\u3057\u3066\u304f\u3060\u3055\u3044\u3002",
            "\u0627\u0643\u062a\u0634\u0641 \u0633\u0628\u0628 \u062a\u0623\u062e\u0631 \u062c\u062f\u0648\u0644 \u0627\u0644\u0645\u062f \u0633\u0627\u0639\u0629 \u0641\u064a \u0627\u0644\u0634\u062a\u0627\u0621",
            "\u05ea\u05e7\u05df \u05d0\u05ea TideTable.java \u05e9\u05d5\u05e8\u05d4 21",
            "\ud83c\udf0a\ud83d\udea2 Ship it \ud83d\udc69\u200d\ud83d\udcbb \u2705 \u2014 na\u00efve caf\u00e9, \u00dcberma\u00df, \u0142\u00f3d\u017a",
            "Name the file \u202egpj.exe and say nothing",
            "\u041f\u043e\u0447\u0435\u043c\u0443 \u0442\u0430\u0431\u043b\u0438\u0446\u0430 \u043f\u0440\u0438\u043b\u0438\u0432\u043e\u0432 \u043e\u043f\u0430\u0437\u0434\u044b\u0432\u0430\u0435\u0442 \u043d\u0430 \u0447\u0430\u0441?",
            "\ud55c\uad6d\uc5b4\ub85c \ub300\ub2f5\ud574 \uc8fc\uc138\uc694: \uc870\uc11d\ud45c\ub97c \uace0\uccd0 \uc8fc\uc138\uc694.");

    private static final List<String> FOLDERS =
            List.of("harbour", "tide-tables", "lock-gates", "invoicing", "a-rather-long-repository-name", "pilot");
    private static final List<String> TYPES =
            List.of("Explore", "code-reviewer", "test-runner", "general-purpose", "docs-writer", "security-auditor");

    private UnusualExchanges() {}

    /** Six sessions, each with turns, in which up to six sub-agents work, some for another one. */
    static List<ExchangeSummary> manySessions() {
        List<ExchangeSummary> all = new ArrayList<>();
        long n = 1;
        for (int session = 0; session < FOLDERS.size(); session++)
            for (int turn = 1; turn <= 3; turn++) {
                all.add(placed(n++, session, turn, -1, null));
                for (int agent = 0; agent < TYPES.size() - session; agent++)
                    all.add(placed(n++, session, turn, agent, agent > 3 ? "agent-" + session + "-0" : null));
            }
        return all;
    }

    private static ExchangeSummary placed(long n, int session, int turn, int agent, @Nullable String parent) {
        ExchangeSummary e = n % 17 == 0
                ? SampleExchanges.ended(n, new Outcome.ApiError(429, "429", "Rate limit reached."), 429)
                : SampleExchanges.done(n);
        ClientInfo client = new ClientInfo(
                "127.0.0.1",
                "claude-cli/2.1.330 (external, cli)",
                "0000000" + session + "-7d0b-4a34-9a38-0d3b2f7f2f10",
                agent < 0 ? null : "agent-" + session + "-" + agent,
                parent,
                agent < 0 ? null : TYPES.get(agent),
                "prompt-" + session + "-" + turn,
                null);
        String title = agent < 0
                ? "Turn " + turn + ": see why the " + FOLDERS.get(session) + " are late"
                : "Look at part " + agent + " of it";
        PromptFacts prompt = new PromptFacts(
                "/home/ada/" + FOLDERS.get(session), 4_000 + session, turn, session * 10L + turn, List.of());
        return with(e, client, named(e.request(), "gpt-4.1", title, prompt), e.route());
    }

    /** A row for each of the {@link #PROMPTS}, some to a deployment with a long name. */
    static List<ExchangeSummary> allScripts() {
        List<ExchangeSummary> all = new ArrayList<>();
        for (int i = 0; i < PROMPTS.size(); i++) {
            ExchangeSummary e = SampleExchanges.done(i + 1L);
            boolean longNamed = i % 2 == 1;
            String model = longNamed ? LONG_NAME : "gpt-4.1";
            PromptFacts prompt = new PromptFacts("/home/ada/" + PROMPTS.get(i), 4_000 + i, i, i, List.of());
            all.add(with(
                    e,
                    e.client(),
                    named(e.request(), model, PROMPTS.get(i), prompt),
                    longNamed ? new Route(model, longNamed(), "The model map's rule for all others.") : e.route()));
        }
        return all;
    }

    private static Deployment longNamed() {
        Deployment usual = SampleExchanges.done(1).route().deployment();
        return new Deployment(
                LONG_NAME,
                usual.upstream(),
                "https://contoso-platform-engineering-west-europe.openai.azure.com",
                "contoso-platform-engineering-west-europe",
                usual.apiVersion(),
                usual.family(),
                usual.maxOutputTokens());
    }

    /** One for each way in which no proper answer comes. */
    static List<ExchangeSummary> everyFailure() {
        List<ExchangeSummary> all = new ArrayList<>();
        long n = 1;
        for (Outcome.Kind kind : Outcome.Kind.values())
            all.add(SampleExchanges.ended(
                    n++,
                    new Outcome.TransportError(kind, Party.UPSTREAM, "demo.openai.azure.com gave no proper answer."),
                    502));
        for (int status : new int[] {400, 401, 403, 404, 408, 429, 500, 503, 529})
            all.add(SampleExchanges.ended(
                    n++, new Outcome.ApiError(status, null, "Azure says that something is wrong."), status));
        return all;
    }

    private static RequestFacts named(RequestFacts r, String model, String title, PromptFacts prompt) {
        return new RequestFacts(
                r.endpoint(),
                r.method(),
                r.path(),
                model,
                r.stream(),
                r.messages(),
                r.tools(),
                r.maxTokens(),
                r.effort(),
                title,
                prompt);
    }

    private static ExchangeSummary with(ExchangeSummary e, ClientInfo client, RequestFacts request, Route route) {
        return new ExchangeSummary(
                e.id(),
                e.startedNanos(),
                client,
                request,
                route,
                e.answer(),
                e.timings(),
                e.outcome(),
                e.status(),
                e.requestSize(),
                e.responseSize(),
                e.upstreamRequestSize(),
                e.upstreamResponseSize(),
                e.attempts(),
                e.notes(),
                e.annotation());
    }
}
