package dev.sightglass.app.inspector.stream;

import dev.sightglass.engine.detail.StreamDelta.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Knows which events of one leg became which of the other. Content is paired by where it stands in the whole text of its kind,
 * since one leg may cut it otherwise than the other; the rest by its order.
 */
final class StreamPairs {
    private final List<Span> azure = new ArrayList<>();
    private final List<Span> client = new ArrayList<>();

    /** Where an event's content stands among all of its kind on its leg. */
    private record Span(StreamRow row, Kind kind, long from, long to) {
        boolean overlaps(Span other) {
            return kind == other.kind && from < other.to && other.from < to;
        }
    }

    StreamPairs(List<StreamRow> rows) {
        Map<Kind, Long> azureEnds = new EnumMap<>(Kind.class);
        Map<Kind, Long> clientEnds = new EnumMap<>(Kind.class);
        for (StreamRow row : rows) {
            if (row.fromAzure()) azure.add(span(row, azureEnds));
            else client.add(span(row, clientEnds));
        }
    }

    private static Span span(StreamRow row, Map<Kind, Long> ends) {
        Kind kind = row.delta().kind();
        long from = ends.getOrDefault(kind, 0L);
        long to = switch (kind) {
            case TEXT, THINKING, TOOL_INPUT -> from + row.delta().text().length();
            case TOOL_START, STOP, USAGE, FILTER, ERROR, DONE -> from + 1;
            // Pings and events without content have nothing on the other leg.
            case PING, OTHER -> from;
        };
        ends.put(kind, to);
        return new Span(row, kind, from, to);
    }

    /** The events of the other leg that carry the same content; empty when there are none. */
    List<StreamRow> of(StreamRow row) {
        List<Span> own = row.fromAzure() ? azure : client;
        List<Span> other = row.fromAzure() ? client : azure;
        return own.stream()
                .filter(span -> span.row().equals(row))
                .findFirst()
                .map(span ->
                        other.stream().filter(span::overlaps).map(Span::row).toList())
                .orElse(List.of());
    }
}
