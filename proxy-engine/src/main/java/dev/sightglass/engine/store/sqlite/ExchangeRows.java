package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.Usage;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exchange summaries as rows: all that tables, filters and totals need, without a body or a header being read. */
final class ExchangeRows {
    /** Column and type, as in the first version of the layout. */
    private static final List<String> FIRST = List.of(
            "started INTEGER NOT NULL",
            "address INTEGER",
            "user_agent INTEGER",
            "session INTEGER",
            "agent INTEGER",
            "parent_agent INTEGER",
            "agent_type INTEGER",
            "prompt INTEGER",
            "request_class INTEGER",
            "endpoint INTEGER",
            "method INTEGER",
            "path INTEGER",
            "requested_model INTEGER",
            "stream INTEGER",
            "messages INTEGER",
            "tools INTEGER",
            "max_tokens INTEGER",
            "effort INTEGER",
            "title TEXT",
            "route_model INTEGER",
            "deployment INTEGER",
            "upstream INTEGER",
            "azure_endpoint INTEGER",
            "instance INTEGER",
            "api_version INTEGER",
            "family INTEGER",
            "most_output INTEGER",
            "route_reason INTEGER",
            "response_id TEXT",
            "reported_model INTEGER",
            "stop_reason INTEGER",
            "upstream_finish INTEGER",
            "tools_called INTEGER",
            "usage_source INTEGER",
            "input INTEGER",
            "cache_read INTEGER",
            "cache_creation INTEGER",
            "cache_creation_1h INTEGER",
            "output INTEGER",
            "reasoning INTEGER",
            "audio_input INTEGER",
            "audio_output INTEGER",
            "accepted_prediction INTEGER",
            "rejected_prediction INTEGER",
            "request_read INTEGER",
            "upstream_sent INTEGER",
            "upstream_head INTEGER",
            "first_upstream_byte INTEGER",
            "first_content INTEGER",
            "last_upstream_byte INTEGER",
            "ended INTEGER",
            "open INTEGER NOT NULL",
            "outcome INTEGER",
            "outcome_status INTEGER",
            "outcome_code INTEGER",
            "ended_by INTEGER",
            "outcome_message TEXT",
            "status INTEGER",
            "request_size INTEGER",
            "response_size INTEGER",
            "upstream_request_size INTEGER",
            "upstream_response_size INTEGER",
            "attempts INTEGER",
            "notes INTEGER");

    /** What {@link Schema} added to them since. */
    static final List<String> PROMPT = List.of(
            "working_folder INTEGER",
            "opening INTEGER",
            "prompts INTEGER",
            "prompt_print INTEGER",
            "failed_tools INTEGER");

    /** The order is that of {@link #write} and {@link SummaryReader#read}. */
    private static final List<String> COLUMNS = joined(FIRST, PROMPT);

    private static final List<String> ANNOTATION = List.of("pinned INTEGER NOT NULL", "colour INTEGER", "note TEXT");

    static final String DEFINITION = "id INTEGER PRIMARY KEY AUTOINCREMENT, " + String.join(", ", FIRST) + ", "
            + String.join(", ", ANNOTATION) + ", detail BLOB";

    /** What {@link SummaryReader#read} reads, for a SELECT. */
    static final String NAMES = "id, " + names(COLUMNS) + ", " + names(ANNOTATION);

    /** A new row with its annotation, or new values for a row that is there, whose annotation stays. */
    private static final String UPSERT = "INSERT INTO exchange(detail, id, " + names(COLUMNS) + ", " + names(ANNOTATION)
            + ") VALUES(" + "?, ".repeat(COLUMNS.size() + 4)
            + "?) ON CONFLICT(id) DO UPDATE SET detail = excluded.detail, "
            + updates(COLUMNS);

    /** The kinds of the columns after the number, in the order in which a row has them: INTEGER, TEXT or BLOB. */
    static final List<String> KINDS = kinds(joined(joined(FIRST, ANNOTATION), joined(List.of("detail BLOB"), PROMPT)));

    /** So many columns rows have that were written before any were added. */
    static final int FEWEST = FIRST.size() + ANNOTATION.size() + 1;

    private ExchangeRows() {}

    // Plain loops: this runs before the first screen, when streams are not compiled and partly not loaded yet.

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static String names(List<String> columns) {
        List<String> names = new ArrayList<>();
        for (String column : columns) names.add(name(column));
        return String.join(", ", names);
    }

    private static String updates(List<String> columns) {
        List<String> updates = new ArrayList<>();
        for (String column : columns) updates.add(name(column) + " = excluded." + name(column));
        return String.join(", ", updates);
    }

    private static List<String> kinds(List<String> columns) {
        List<String> kinds = new ArrayList<>();
        for (String column : columns) kinds.add(column.substring(column.indexOf(' ') + 1));
        return List.copyOf(kinds);
    }

    private static String name(String column) {
        return column.substring(0, column.indexOf(' '));
    }

    /** Which of {@link #NAMES} hold text. */
    static boolean[] textColumns() {
        List<String> columns = joined(List.of("id INTEGER"), joined(COLUMNS, ANNOTATION));
        boolean[] text = new boolean[columns.size()];
        for (int i = 0; i < text.length; i++) text[i] = columns.get(i).contains(" TEXT");
        return text;
    }

    static void write(Session session, Words words, ExchangeSummary s, byte[] detail) throws SQLException {
        PreparedStatement statement = session.statement(UPSERT);
        RowWriter row = new RowWriter(session, words, statement);
        row.bytes(detail).number(s.id().number());
        row.number(s.startedNanos());
        client(row, s.client());
        request(row, s.request());
        route(row, s.route());
        answer(row, s.answer());
        timings(row, s.timings());
        OutcomeColumns.write(row, s.outcome());
        row.number(s.status()).number(s.requestSize()).number(s.responseSize());
        row.number(s.upstreamRequestSize()).number(s.upstreamResponseSize());
        row.number(s.attempts()).number(s.notes());
        prompt(row, s.request().prompt());
        annotation(row, s.annotation());
        statement.executeUpdate();
    }

    static void annotate(Session session, Words words, ExchangeId id, Annotation annotation) throws SQLException {
        PreparedStatement statement =
                session.statement("UPDATE exchange SET pinned = ?, colour = ?, note = ? WHERE id = ?");
        RowWriter row = new RowWriter(session, words, statement);
        annotation(row, annotation);
        row.number(id.number());
        statement.executeUpdate();
    }

    private static void annotation(RowWriter row, Annotation annotation) throws SQLException {
        row.flag(annotation.pinned()).word(annotation.colour()).text(annotation.note());
    }

    private static void client(RowWriter row, ClientInfo client) throws SQLException {
        row.word(client.address())
                .word(client.userAgent())
                .word(client.sessionId())
                .word(client.agentId());
        row.word(client.parentAgentId())
                .word(client.agentType())
                .word(client.promptId())
                .word(client.requestClass());
    }

    private static void request(RowWriter row, RequestFacts facts) throws SQLException {
        row.word(facts.endpoint().name())
                .word(facts.method())
                .word(facts.path())
                .word(facts.requestedModel());
        row.flag(facts.stream()).number(facts.messages()).number(facts.tools()).number(facts.maxTokens());
        row.word(facts.effort()).text(facts.title());
    }

    private static void prompt(RowWriter row, @Nullable PromptFacts prompt) throws SQLException {
        if (prompt == null) {
            for (int i = 0; i < PROMPT.size(); i++) row.number(null);
            return;
        }
        row.word(prompt.workingFolder()).number(prompt.opening()).number(prompt.number());
        row.number(prompt.fingerprint()).word(joined(prompt.failedTools()));
    }

    private static @Nullable String joined(List<String> names) {
        return names.isEmpty() ? null : String.join("\n", names);
    }

    private static void route(RowWriter row, @Nullable Route route) throws SQLException {
        if (route == null) {
            for (int i = 0; i < 9; i++) row.number(null);
            return;
        }
        Deployment d = route.deployment();
        row.word(route.requestedModel())
                .word(d.name())
                .word(d.upstream().name())
                .word(d.endpoint());
        row.word(d.instance()).word(d.apiVersion()).word(d.family().name()).number(d.maxOutputTokens());
        row.word(route.reason());
    }

    private static void answer(RowWriter row, AnswerFacts answer) throws SQLException {
        row.text(answer.responseId())
                .word(answer.reportedModel())
                .word(answer.stopReason())
                .word(answer.upstreamFinish());
        row.word(joined(answer.toolsCalled()));
        Usage u = answer.usage();
        if (u == null) {
            for (int i = 0; i < 11; i++) row.number(null);
            return;
        }
        row.word(u.source().name()).number(u.input()).number(u.cacheRead()).number(u.cacheCreation());
        row.number(u.cacheCreation1h()).number(u.output()).number(u.reasoning()).number(u.audioInput());
        row.number(u.audioOutput()).number(u.acceptedPrediction()).number(u.rejectedPrediction());
    }

    private static void timings(RowWriter row, Timings t) throws SQLException {
        row.number(t.requestRead())
                .number(t.upstreamSent())
                .number(t.upstreamHead())
                .number(t.firstUpstreamByte());
        row.number(t.firstContent()).number(t.lastUpstreamByte()).number(t.ended());
    }
}
