package dev.sightglass.engine.detail;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.messages.MalformedRequest;
import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.store.ExchangeStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the parts of an exchange when somebody looks at it. Conversations are sent again and again: equal parts are parsed
 * once and are the same objects in every result. Any thread, but not the FX thread: it may wait for a disk.
 */
public final class ExchangeDetails {
    private static final int LOOK_BACK = 2_000;
    private static final int PAGE = 200;

    private final ExchangeStore store;
    private final MessagesCodec codec = new MessagesCodec();

    public ExchangeDetails(ExchangeStore store) {
        this.store = store;
    }

    /** An exchange of the store; empty when it is gone. */
    public Optional<Exchange> find(ExchangeSummary summary) {
        return store.find(summary.id());
    }

    /** An exchange by its number. */
    public Optional<Exchange> find(ExchangeId id) {
        return store.find(id);
    }

    public ReadBody body(Exchange exchange, BodyPart part, int attempt) {
        return ReadBody.of(store, exchange, part, attempt);
    }

    /** The answer as it went to the client. */
    public AnswerMessage answer(Exchange exchange) {
        return AnswerMessage.of(body(exchange, BodyPart.DOWNSTREAM_RESPONSE, 0), codec);
    }

    /** The conversation of an exchange; {@link Conversation#problem} says why there is none. */
    public Conversation conversation(Exchange exchange) {
        ReadBody body = body(exchange, BodyPart.DOWNSTREAM_REQUEST, 0);
        try {
            MessagesRequest request = codec.read(body.recorded().bytes());
            return new Conversation(
                    request.system(),
                    request.messages(),
                    request.tools(),
                    answer(exchange),
                    request.raw().length,
                    null);
        } catch (MalformedRequest problem) {
            return new Conversation(
                    List.of(),
                    List.of(),
                    List.of(),
                    answer(exchange),
                    body.recorded().bytes().length,
                    problem.getMessage());
        }
    }

    /** The latest earlier exchange of the same session and agent that asked for a message; its turn precedes this one. */
    public Optional<ExchangeSummary> predecessor(ExchangeSummary exchange) {
        ExchangeSummary oldest = exchange;
        for (int seen = 0; seen < LOOK_BACK; seen += PAGE) {
            List<ExchangeSummary> page = store.newest(PAGE, oldest.id());
            Optional<ExchangeSummary> found =
                    page.stream().filter(earlier -> precedes(earlier, exchange)).findFirst();
            if (found.isPresent() || page.size() < PAGE) return found;
            oldest = page.getLast();
        }
        return Optional.empty();
    }

    /** The exchanges of the same session and agent up to this one, oldest first, at most {@code limit}. */
    public List<ExchangeSummary> turns(ExchangeSummary exchange, int limit) {
        List<ExchangeSummary> turns = new ArrayList<>();
        turns.add(exchange);
        ExchangeSummary oldest = exchange;
        for (int seen = 0; seen < LOOK_BACK && turns.size() < limit; seen += PAGE) {
            List<ExchangeSummary> page = store.newest(PAGE, oldest.id());
            page.stream().filter(earlier -> precedes(earlier, exchange)).forEach(turns::add);
            if (page.size() < PAGE) break;
            oldest = page.getLast();
        }
        return turns.subList(0, Math.min(limit, turns.size())).reversed();
    }

    /**
     * What {@code count_tokens} had told the client for a request: the answer to the latest such call of the same session with
     * as many messages. Empty when it did not ask.
     */
    public OptionalLong counted(ExchangeSummary exchange) {
        List<ExchangeSummary> page = store.newest(PAGE, exchange.id());
        return page.stream()
                .filter(earlier -> earlier.request().endpoint() == RequestFacts.Endpoint.COUNT_TOKENS)
                .filter(earlier ->
                        same(earlier.client().sessionId(), exchange.client().sessionId()))
                .filter(earlier ->
                        earlier.request().messages() == exchange.request().messages())
                .findFirst()
                .flatMap(this::find)
                .map(this::inputTokens)
                .orElse(OptionalLong.empty());
    }

    private OptionalLong inputTokens(Exchange counting) {
        try {
            JsonNode count = Json.tree(body(counting, BodyPart.DOWNSTREAM_RESPONSE, 0)
                            .recorded()
                            .bytes())
                    .path("input_tokens");
            return count.isIntegralNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
        } catch (MalformedJson unreadable) {
            return OptionalLong.empty(); // a count that failed or was not recorded
        }
    }

    private static boolean precedes(ExchangeSummary earlier, ExchangeSummary later) {
        ClientInfo one = earlier.client();
        ClientInfo other = later.client();
        boolean kind = earlier.request().endpoint() == RequestFacts.Endpoint.MESSAGES
                && (earlier.request().tools() > 0) == (later.request().tools() > 0)
                && earlier.request().messages() <= later.request().messages();
        return kind && same(one.sessionId(), other.sessionId()) && same(one.agentId(), other.agentId());
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return Objects.equals(one, other);
    }
}
