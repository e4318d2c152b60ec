package dev.sightglass.engine.export;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.detail.StreamEventView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Masks the secrets in a stream's events. A secret may be cut into deltas of which none looks like one: then no event's data
 * is given out.
 */
final class MaskedEvents {
    private static final String WITHHELD = "data withheld: the events together hold a secret";

    private final Sanitiser sanitiser;
    private final Map<String, StringBuilder> joined = new TreeMap<>();

    private MaskedEvents(Sanitiser sanitiser) {
        this.sanitiser = sanitiser;
    }

    static List<StreamEventView> of(List<StreamEventView> events, Sanitiser sanitiser) {
        if (sanitiser == Sanitiser.NONE) return events;
        MaskedEvents work = new MaskedEvents(sanitiser);
        List<StreamEventView> masked = events.stream()
                .map(event -> with(event, work.mask(event.data()), work.mask(event.comment())))
                .toList();
        return work.splitSecret(masked) ? withheld(masked) : masked;
    }

    private @Nullable String mask(@Nullable String data) {
        if (data == null) return null;
        return JsonText.compact(data, sanitiser).orElseGet(() -> sanitiser.mask(data));
    }

    /** Joins the texts that stand at the same place of each event and looks for secrets that only then show. */
    private boolean splitSecret(List<StreamEventView> masked) {
        for (StreamEventView event : masked) {
            if (event.data() != null) join(event.data());
        }
        return joined.values().stream()
                .map(StringBuilder::toString)
                .anyMatch(text -> !sanitiser.mask(text).equals(text));
    }

    private void join(String data) {
        try {
            JsonNode event = Json.tree(data);
            join(event.path("index").asString("") + event.path("output_index").asString(""), event);
        } catch (MalformedJson _) {
            joined.computeIfAbsent("", _ -> new StringBuilder()).append(data);
        }
    }

    private void join(String path, JsonNode node) {
        if (node.isString()) {
            joined.computeIfAbsent(path, _ -> new StringBuilder()).append(node.asString());
        } else if (node.isArray()) {
            for (JsonNode element : node)
                join(path + "#" + element.path("index").asString(""), element);
        } else {
            node.properties().forEach(field -> join(path + "." + field.getKey(), field.getValue()));
        }
    }

    private static List<StreamEventView> withheld(List<StreamEventView> events) {
        List<StreamEventView> kept = new ArrayList<>(events.size());
        for (StreamEventView event : events) kept.add(event.data() == null ? event : with(event, null, WITHHELD));
        return kept;
    }

    private static StreamEventView with(StreamEventView e, @Nullable String data, @Nullable String comment) {
        return new StreamEventView(
                e.index(), e.type(), data, comment, e.at(), e.gap(), e.offset(), e.size(), e.complete());
    }
}
