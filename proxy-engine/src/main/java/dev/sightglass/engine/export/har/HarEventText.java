package dev.sightglass.engine.export.har;

import dev.sightglass.engine.detail.StreamEventView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event stream's text put together again from its events, whose secrets are masked (WHATWG HTML, "Server-sent events"). */
final class HarEventText {
    private HarEventText() {}

    static String of(List<StreamEventView> events) {
        StringBuilder text = new StringBuilder();
        for (StreamEventView event : events) {
            lines(text, ": ", event.comment());
            lines(text, "event: ", event.type());
            lines(text, "data: ", event.data());
            if (event.complete()) text.append('\n');
        }
        return text.toString();
    }

    private static void lines(StringBuilder text, String field, @Nullable String value) {
        if (value == null) return;
        for (String line : value.split("\n", -1))
            text.append(field).append(line).append('\n');
    }
}
