package dev.sightglass.app.testing;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestFacts.Endpoint;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.SummaryDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges as Claude Code 2.1.330 sends them: the session and the agents in headers, no prompt id, sub-agents in the
 * background that outlive the prompt that started them.
 */
public final class RecordedRun {
    public static final String SESSION = "08a15664-6761-4d01-910e-f2dda915311a";
    public static final String FOLDER = "/home/ada/myproj";

    private final List<ExchangeSummary> exchanges = new ArrayList<>();
    private @Nullable String session = SESSION;
    private long opening = 1;

    public List<ExchangeSummary> exchanges() {
        return List.copyOf(exchanges);
    }

    /** What follows is of this session; null for a client that names none. */
    public RecordedRun session(@Nullable String id, long openingPrint) {
        session = id;
        opening = openingPrint;
        return this;
    }

    /** A call of the main agent. */
    public RecordedRun main(int prompt, String words, int messages) {
        return add(client(null, null), facts(Endpoint.MESSAGES, prompt, words, messages, 12));
    }

    public RecordedRun agent(String id, @Nullable String parent, String task, int messages) {
        return add(client(id, parent), facts(Endpoint.MESSAGES, 1, task, messages, 8));
    }

    /** What the client asks beside the conversation, such as for a title. */
    public RecordedRun aside(String words) {
        return add(client(null, null), facts(Endpoint.MESSAGES, 1, words, 1, 0));
    }

    public RecordedRun countTokens() {
        return add(client(null, null), facts(Endpoint.COUNT_TOKENS, 1, "anything", 3, 12));
    }

    /** Two prompts; the first starts three sub-agents at once, the second of which starts one itself. */
    public static RecordedRun threeParallelAgentsOneNested() {
        return new RecordedRun()
                .main(1, "Delegate three jobs.", 2)
                .aside("Write a title for this conversation")
                .main(1, "Delegate three jobs.", 4)
                .agent("a8f15ad98ea545850", null, "Do job 0 now.", 2)
                .agent("a60936144c2b1d7e9", null, "Do job 1 now.", 2)
                .agent("a6b5594c00aa11bb2", null, "Do job 2 now.", 2)
                .agent("abf9456e77cc88dd9", "a60936144c2b1d7e9", "Do nested thing.", 2)
                .agent("abf9456e77cc88dd9", "a60936144c2b1d7e9", "Do nested thing.", 5)
                .agent("a8f15ad98ea545850", null, "Do job 0 now.", 5)
                .countTokens()
                .main(2, "And now the second prompt", 10)
                .agent("a6b5594c00aa11bb2", null, "Do job 2 now.", 5)
                .agent("a60936144c2b1d7e9", null, "Do job 1 now.", 5)
                .main(2, "And now the second prompt", 12);
    }

    private ClientInfo client(@Nullable String agent, @Nullable String parent) {
        return new ClientInfo("127.0.0.1", "claude-cli/2.1.330", session, agent, parent, null, null, null);
    }

    private RequestFacts facts(Endpoint endpoint, int prompt, String words, int messages, int tools) {
        PromptFacts facts = new PromptFacts(FOLDER, opening, prompt, words.hashCode(), List.of());
        return new RequestFacts(
                endpoint,
                "POST",
                "/anything/v1/messages",
                "gpt-4.1",
                true,
                messages,
                tools,
                32_000,
                null,
                words,
                facts);
    }

    private RecordedRun add(ClientInfo client, RequestFacts request) {
        ExchangeSummary done = SampleExchanges.done(exchanges.size() + 1);
        exchanges.add(with(done, client, request));
        return this;
    }

    /** The same exchange of another client with another request. */
    public static ExchangeSummary with(ExchangeSummary e, ClientInfo client, RequestFacts request) {
        return new SummaryDraft(e).client(client).request(request).done();
    }

    /** An exchange as a store takes it, without bodies. */
    public static Exchange stored(ExchangeSummary exchange) {
        Headers json = Headers.of("content-type", "application/json");
        RequestHead request = new RequestHead("POST", exchange.request().path(), json.with("host", "localhost:8000"));
        Leg leg = new Leg(request, Body.EMPTY, new ResponseHead(exchange.status(), json), Body.EMPTY);
        return new Exchange(exchange, leg, List.of(), List.of());
    }
}
