package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads exchanges without their bodies. */
final class ExchangeReader {
    private ExchangeReader() {}

    static Optional<ExchangeSummary> summary(Session session, Words words, ExchangeId id) throws SQLException {
        PreparedStatement query = session.statement("SELECT " + ExchangeRows.NAMES + " FROM exchange WHERE id = ?");
        query.setLong(1, id.number());
        try (ResultSet rows = query.executeQuery()) {
            RowReader row = new RowReader(session, words, rows);
            return row.next() ? Optional.of(SummaryReader.read(row)) : Optional.empty();
        }
    }

    static Optional<Exchange> find(Session session, Words words, ExchangeId id) throws SQLException {
        Optional<ExchangeSummary> summary = summary(session, words, id);
        if (summary.isEmpty()) return Optional.empty();
        PreparedStatement query = session.statement("SELECT detail FROM exchange WHERE id = ?");
        query.setLong(1, id.number());
        try (ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(DetailForm.decode(summary.get(), row.getBytes(1), session.zstd()))
                    : Optional.empty();
        }
    }

    /** Up to {@code limit} with numbers below {@code before}, newest first. */
    static List<ExchangeSummary> newest(Session session, Words words, int limit, long before) throws SQLException {
        PreparedStatement query = session.statement(
                "SELECT " + ExchangeRows.NAMES + " FROM exchange WHERE id < ? ORDER BY id DESC LIMIT ?");
        query.setLong(1, before);
        query.setInt(2, limit);
        List<ExchangeSummary> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            RowReader row = new RowReader(session, words, rows);
            while (row.next()) found.add(SummaryReader.read(row));
        }
        return found;
    }
}
