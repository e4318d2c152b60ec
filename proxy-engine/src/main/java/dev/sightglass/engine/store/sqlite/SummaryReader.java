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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link ExchangeRows} has written, its columns in the same order. */
final class SummaryReader {
    private SummaryReader() {}

    /** @param result stands at the row, with the columns that {@link ExchangeRows#NAMES} names */
    static ExchangeSummary read(Session session, Words words, ResultSet result) throws SQLException {
        RowReader row = new RowReader(session, words, result);
        ExchangeId id = new ExchangeId(row.number());
        long started = row.number();
        ClientInfo client = client(row);
        RequestFacts request = request(row);
        Route route = route(row);
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
        PromptFacts prompt = prompt(row);
        return new ExchangeSummary(
                id,
                Instant.ofEpochSecond(
                        Math.floorDiv(started, ExchangeRows.NANOS), Math.floorMod(started, ExchangeRows.NANOS)),
                client,
                prompt == null ? request : request.with(prompt),
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
                row.shared(new Annotation(row.flag(), row.wordOrNull(), row.textOrNull())));
    }

    private static ClientInfo client(RowReader row) throws SQLException {
        return row.shared(new ClientInfo(
                row.word(),
                row.wordOrNull(),
                row.wordOrNull(),
                row.wordOrNull(),
                row.wordOrNull(),
                row.wordOrNull(),
                row.wordOrNull(),
                row.wordOrNull()));
    }

    private static RequestFacts request(RowReader row) throws SQLException {
        return new RequestFacts(
                constant(RequestFacts.Endpoint.class, row.word(), RequestFacts.Endpoint.OTHER),
                row.word(),
                row.word(),
                row.wordOrNull(),
                row.flag(),
                row.integer(),
                row.integer(),
                row.sharedOrNull(row.integerOrNull()),
                row.wordOrNull(),
                row.sharedOrNull(row.textOrNull()));
    }

    private static @Nullable PromptFacts prompt(RowReader row) throws SQLException {
        String folder = row.wordOrNull();
        long opening = row.number();
        Integer number = row.integerOrNull();
        long fingerprint = row.number();
        List<String> failed = row.shared(names(row.wordOrNull()));
        return number == null ? null : new PromptFacts(folder, opening, number, fingerprint, failed);
    }

    private static List<String> names(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split("\n"));
    }

    private static @Nullable Route route(RowReader row) throws SQLException {
        String model = row.wordOrNull();
        Deployment deployment = new Deployment(
                row.word(),
                constant(UpstreamKind.class, row.word(), UpstreamKind.CHAT),
                row.word(),
                row.wordOrNull(),
                row.word(),
                constant(ModelFamily.class, row.word(), ModelFamily.OTHER),
                row.integerOrNull());
        String reason = row.word();
        return model == null ? null : row.shared(new Route(model, row.shared(deployment), reason));
    }

    private static AnswerFacts answer(RowReader row) throws SQLException {
        String id = row.textOrNull();
        String model = row.wordOrNull();
        String stop = row.wordOrNull();
        String finish = row.wordOrNull();
        List<String> tools = row.shared(names(row.wordOrNull()));
        return new AnswerFacts(id, model, stop, finish, tools, usage(row));
    }

    private static @Nullable Usage usage(RowReader row) throws SQLException {
        String source = row.wordOrNull();
        Usage usage = new Usage(
                constant(Usage.Source.class, source == null ? "" : source, Usage.Source.ESTIMATED),
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
    static <E extends Enum<E>> E constant(Class<E> type, String name, E substitute) {
        for (E constant : type.getEnumConstants()) if (constant.name().equals(name)) return constant;
        return substitute;
    }
}
