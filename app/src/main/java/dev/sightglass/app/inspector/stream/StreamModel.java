package dev.sightglass.app.inspector.stream;

import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.detail.ReadBody;
import dev.sightglass.engine.detail.StreamDelta;
import dev.sightglass.engine.detail.StreamEvents;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.store.RecordedBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events of both legs.
 *
 * @param rows all of them by time; without times Azure's first
 * @param rate characters of content from Azure, one number a slice of time
 * @param slice length of a slice in nanoseconds
 * @param pairs which events of the legs belong together
 */
record StreamModel(List<StreamRow> rows, double[] rate, long slice, StreamPairs pairs) {
    private static final int SLICES = 120;

    static final StreamModel NONE = new StreamModel(List.of(), new double[0], 1, new StreamPairs(List.of()));

    static StreamModel of(ExchangeDetails details, Exchange exchange) {
        int attempt = exchange.attempts().isEmpty()
                ? 0
                : exchange.attempts().getLast().number();
        List<StreamRow> azure = rows(details.body(exchange, BodyPart.UPSTREAM_RESPONSE, attempt), true);
        List<StreamRow> client = rows(details.body(exchange, BodyPart.DOWNSTREAM_RESPONSE, 0), false);
        List<StreamRow> all = new ArrayList<>(azure);
        all.addAll(client);
        all.sort(Comparator.comparingLong(row -> row.event().at()));
        long end = all.stream().mapToLong(row -> row.event().at()).max().orElse(0);
        long slice = Math.max(1, end / SLICES + 1);
        return new StreamModel(
                List.copyOf(all), rate(azure.isEmpty() ? client : azure, slice), slice, new StreamPairs(all));
    }

    private static List<StreamRow> rows(ReadBody body, boolean fromAzure) {
        if (!body.isStream()) return List.of();
        RecordedBody recorded = body.recorded();
        return StreamEvents.of(recorded.bytes(), recorded.marks()).stream()
                .map(event -> new StreamRow(fromAzure, event, StreamDelta.of(event)))
                .toList();
    }

    private static double[] rate(List<StreamRow> rows, long slice) {
        double[] rate = new double[SLICES];
        for (StreamRow row : rows) {
            if (row.event().at() < 0) continue;
            int index = (int) Math.min(SLICES - 1, row.event().at() / slice);
            switch (row.delta().kind()) {
                case TEXT, THINKING, TOOL_INPUT ->
                    rate[index] += row.delta().text().length() * 1e9 / slice;
                case TOOL_START, STOP, USAGE, FILTER, PING, ERROR, DONE, OTHER -> rate[index] += 0;
            }
        }
        return rate;
    }

    /** The rows of one leg or of both. */
    List<StreamRow> filtered(boolean azure, boolean client) {
        return rows.stream().filter(row -> row.fromAzure() ? azure : client).toList();
    }

    long longGaps() {
        return rows.stream()
                .filter(StreamRow::fromAzure)
                .filter(StreamRow::afterLongGap)
                .count();
    }
}
