package dev.sightglass.engine.export.json;

import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedExchange;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** Records as JSON Lines: one object a line. */
public final class JsonLinesFormat implements ExportFormat {
    @Override
    public String id() {
        return "jsonl";
    }

    @Override
    public String title() {
        return "JSON Lines (one record a line)";
    }

    @Override
    public String extension() {
        return "jsonl";
    }

    @Override
    public ExportWriter open(OutputStream out, ExportOptions options) {
        return new Writer(out, options);
    }

    private record Writer(OutputStream out, ExportOptions options) implements ExportWriter {
        @Override
        public void write(RecordedExchange exchange) throws IOException {
            try (JsonGenerator json = JsonWriters.open(out, false)) {
                new RecordWriter(json, options).write(exchange);
            } catch (JacksonException e) {
                throw new IOException(e.getOriginalMessage(), e);
            }
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
