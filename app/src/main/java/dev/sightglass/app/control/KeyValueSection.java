package dev.sightglass.app.control;

import java.util.List;

/** Lines under one heading. */
public record KeyValueSection(String title, List<KeyValue> lines) {
    public KeyValueSection {
        lines = List.copyOf(lines);
    }
}
