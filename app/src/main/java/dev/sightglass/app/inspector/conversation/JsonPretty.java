package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.text.FormattedText;
import dev.sightglass.app.control.text.JsonFormatter;
import java.nio.charset.StandardCharsets;

/** JSON laid out over lines; what is no JSON stays as it is. */
final class JsonPretty {
    private JsonPretty() {}

    static String of(String json) {
        FormattedText formatted = JsonFormatter.format(json.getBytes(StandardCharsets.UTF_8));
        return formatted.fault() == null
                ? new String(formatted.bytes(), 0, formatted.length(), StandardCharsets.UTF_8)
                : json;
    }
}
