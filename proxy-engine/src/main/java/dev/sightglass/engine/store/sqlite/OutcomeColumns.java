package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outcome as the columns open, outcome, outcome_status, outcome_code, ended_by, outcome_message. */
final class OutcomeColumns {
    private static final List<Outcome.Kind> KINDS = List.of(Outcome.Kind.values());
    private static final List<Party> PARTIES = List.of(Party.values());

    private OutcomeColumns() {}

    static void write(RowWriter row, Outcome outcome) throws SQLException {
        row.flag(outcome instanceof Outcome.InFlight).word(outcome.label());
        switch (outcome) {
            case Outcome.ApiError e -> row.number(e.status()).word(e.code());
            case Outcome.Rejected r -> row.number(r.status()).word(r.reason());
            case Outcome.TransportError e -> row.number(null).word(e.kind().name());
            case Outcome.InFlight _, Outcome.Succeeded _, Outcome.Cancelled _, Outcome.Interrupted _ ->
                row.number(null).word(null);
        }
        Party by = outcome.endedBy();
        row.word(by == null ? null : by.name()).text(outcome.message());
    }

    static Outcome read(RowReader row) throws SQLException {
        row.flag();
        String label = row.word();
        int status = row.integer();
        String code = row.wordOrNull();
        String by = row.wordOrNull();
        String message = row.text();
        return switch (label) {
            case "in_flight" -> Outcome.IN_FLIGHT;
            case "succeeded" -> Outcome.SUCCEEDED;
            case "api_error" -> new Outcome.ApiError(status, code, message);
            case "cancelled" -> new Outcome.Cancelled(message);
            case "rejected" -> new Outcome.Rejected(status, orEmpty(code), message);
            case "transport_error" ->
                new Outcome.TransportError(
                        SummaryReader.constant(KINDS, orEmpty(code), Outcome.Kind.INTERNAL),
                        SummaryReader.constant(PARTIES, orEmpty(by), Party.PROXY),
                        message);
            default -> new Outcome.Interrupted();
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
