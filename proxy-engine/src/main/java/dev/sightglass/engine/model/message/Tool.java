package dev.sightglass.engine.model.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool offered to the model.
 *
 * @param type null or {@code custom} for tools that the client defines; else the API's own, such as
 *     {@code web_search_20250305}
 * @param inputSchema JSON Schema text as received; null for the API's own tools
 * @param strict whether arguments must follow the schema exactly
 * @param other fields that have no component here
 */
public record Tool(
        @Nullable String type,
        String name,
        @Nullable String description,
        @Nullable String inputSchema,
        boolean strict,
        List<OtherField> other) {
    public Tool {
        other = List.copyOf(other);
    }

    /** True for a tool with a schema of the client's own. */
    public boolean custom() {
        return type == null || type.equals("custom");
    }
}
