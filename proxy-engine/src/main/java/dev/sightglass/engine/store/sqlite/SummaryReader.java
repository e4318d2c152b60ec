package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.ModelFamily;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.model.Usage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link ExchangeRows} has written, its columns in the same order. */
final class SummaryReader {
    private SummaryReader() {}

    private static final List<RequestFacts.Endpoint> ENDPOINTS = List.of(RequestFacts.Endpoint.values());
    private static final List<UpstreamKind> UPSTREAMS = List.of(UpstreamKind.values());
    private static final List<ModelFamily> FAMILIES = List.of(ModelFamily.values());
    private static final List<Usage.Source> SOURCES = List.of(Usage.Source.values());

    // One maker for each kind, that what it made is found again.
    private static final Shared.Maker<ClientInfo> CLIENT = SummaryReader::client;
    private static final Shared.Maker<RequestFacts.Setup> SETUP = SummaryReader::setup;
    private static final Shared.Maker<Optional<Route>> ROUTE = SummaryReader::route;
    private static final Shared.Maker<Optional<PromptFacts>> PROMPT = SummaryReader::prompt;
    private static final Shared.Maker<List<String>> NAMES = part -> names(part.wordOrNull());

    /** @param row stands at the row, with the columns that {@link ExchangeRows#NAMES} names */
    static ExchangeSummary read(RowReader row) throws SQLException {
        ExchangeId id = new ExchangeId(row.number());
        long started = row.number();
        ClientInfo client = row.gather(8).shared(CLIENT);
        row.gather(5);
        int messages = row.integer();
        RequestFacts.Setup setup = row.gather(3).shared(SETUP);
        String title = row.sharedTextOrNull();
        Route route = row.gather(9).shared(ROUTE).orElse(null);
        AnswerFacts answer = answer(row);
        Timings timings = timings(row);
        Outcome outcome = OutcomeColumns.read(row);
        int status = row.integer();
        long requestSize = row.number();
        long responseSize = row.number();
        long upstreamRequestSize = row.number();
        long upstreamResponseSize = row.number();
        int attempts = row.integer();
        int notes = row.integer();
        PromptFacts prompt = row.gather(5).shared(PROMPT).orElse(null);
        return new ExchangeSummary(
                id,
                started,
                client,
                new RequestFacts(setup, messages, title, prompt),
                route,
                answer,
                timings,
                outcome,
                status,
                requestSize,
                responseSize,
                upstreamRequestSize,
                upstreamResponseSize,
                attempts,
                notes,
                annotation(row));
    }

    private static ClientInfo client(RowPart part) throws SQLException {
        return new ClientInfo(
                part.word(),
                part.wordOrNull(),
                part.wordOrNull(),
                part.wordOrNull(),
                part.wordOrNull(),
                part.wordOrNull(),
                part.wordOrNull(),
                part.wordOrNull());
    }

    private static RequestFacts.Setup setup(RowPart part) throws SQLException {
        return new RequestFacts.Setup(
                constant(ENDPOINTS, part.word(), RequestFacts.Endpoint.OTHER),
                part.word(),
                part.word(),
                part.wordOrNull(),
                part.flag(),
                part.integer(),
                part.integerOrNull(),
                part.wordOrNull());
    }

    private static Optional<PromptFacts> prompt(RowPart part) throws SQLException {
        String folder = part.wordOrNull();
        long opening = part.number();
        Integer number = part.integerOrNull();
        long fingerprint = part.number();
        List<String> failed = names(part.wordOrNull());
        return number == null
                ? Optional.empty()
                : Optional.of(new PromptFacts(folder, opening, number, fingerprint, failed));
    }

    private static List<String> names(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split("\n"));
    }

    private static Optional<Route> route(RowPart part) throws SQLException {
        String model = part.wordOrNull();
        if (model == null) return Optional.empty();
        Deployment deployment = new Deployment(
                part.word(),
                constant(UPSTREAMS, part.word(), UpstreamKind.CHAT),
                part.word(),
                part.wordOrNull(),
                part.word(),
                constant(FAMILIES, part.word(), ModelFamily.OTHER),
                part.integerOrNull());
        return Optional.of(new Route(model, deployment, part.word()));
    }

    private static AnswerFacts answer(RowReader row) throws SQLException {
        String id = row.textOrNull();
        String model = row.wordOrNull();
        String stop = row.wordOrNull();
        String finish = row.wordOrNull();
        List<String> tools = row.gather(1).shared(NAMES);
        return new AnswerFacts(id, model, stop, finish, tools, usage(row));
    }

    private static Annotation annotation(RowReader row) throws SQLException {
        boolean pinned = row.flag();
        String colour = row.wordOrNull();
        String note = row.textOrNull();
        boolean none = !pinned && colour == null && note == null;
        return none ? Annotation.NONE : new Annotation(pinned, colour, note);
    }

    private static @Nullable Usage usage(RowReader row) throws SQLException {
        String source = row.wordOrNull();
        Usage usage = new Usage(
                constant(SOURCES, source == null ? "" : source, Usage.Source.ESTIMATED),
                row.numberOrNull(),
                row.numberOrNull(),
                row.numberOrNull(),
                row.numberOrNull(),
                row.numberOrNull(),
                row.numberOrNull(),
                row.numberOrNull(),
                row.numberOrNull(),
                row.numberOrNull(),
                row.numberOrNull());
        return source == null ? null : usage;
    }

    private static Timings timings(RowReader row) throws SQLException {
        return new Timings(
                row.number(), row.number(), row.number(), row.number(), row.number(), row.number(), row.number());
    }

    /** The constant of that name, or the substitute for a name that this version does not know. */
    static <E extends Enum<E>> E constant(List<E> constants, String name, E substitute) {
        for (E constant : constants) if (constant.name().equals(name)) return constant;
        return substitute;
    }
}
