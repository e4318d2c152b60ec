package dev.sightglass.engine.export.json;

import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.RecordedExchange;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** A record as one line of JSON Lines. */
public final class RecordLine {
    private RecordLine() {}

    public static void write(RecordedExchange exchange, ExportOptions options, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonWriters.open(out, false)) {
            new RecordWriter(json, options).write(exchange);
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
        out.write('\n');
    }
}
