package dev.sightglass.engine.export.json;

import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedExchange;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** Records as one indented JSON array. */
public final class JsonFormat implements ExportFormat {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public String title() {
        return "JSON (one array of records)";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public ExportWriter open(OutputStream out, ExportOptions options) {
        return new Writer(out, options);
    }

    private static final class Writer implements ExportWriter {
        private final JsonGenerator json;
        private final OutputStream out;
        private final RecordWriter records;

        Writer(OutputStream out, ExportOptions options) {
            this.out = out;
            json = JsonWriters.open(out, true);
            records = new RecordWriter(json, options);
            json.writeStartArray();
        }

        @Override
        public void write(RecordedExchange exchange) throws IOException {
            try {
                records.write(exchange);
            } catch (JacksonException e) {
                throw new IOException(e.getOriginalMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                if (!json.isClosed()) json.writeEndArray();
                json.close();
            } catch (JacksonException e) {
                throw new IOException(e.getOriginalMessage(), e);
            }
            out.write('\n');
            out.flush();
        }
    }
}
