package dev.sightglass.engine.export.har;

import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.export.json.JsonWriters;
import dev.sightglass.engine.export.json.RecordOut;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** HTTP Archive 1.2 (softwareishard.com/blog/har-12-spec): one entry an exchange, written as it comes. */
public final class HarFormat implements ExportFormat {
    @Override
    public String id() {
        return "har";
    }

    @Override
    public String title() {
        return "HAR (for browsers' developer tools)";
    }

    @Override
    public String extension() {
        return "har";
    }

    @Override
    public ExportWriter open(OutputStream out, ExportOptions options) throws IOException {
        return new Writer(out, options);
    }

    private static final class Writer implements ExportWriter {
        private final OutputStream out;
        private final JsonGenerator json;
        private final HarEntry entries;

        Writer(OutputStream out, ExportOptions options) throws IOException {
            this.out = out;
            json = JsonWriters.open(out, true);
            RecordOut fields = new RecordOut(json, options.active());
            entries = new HarEntry(fields, options);
            guarded(() -> start(fields, options.version()));
        }

        private void start(RecordOut fields, String version) {
            json.writeStartObject();
            json.writeName("log");
            json.writeStartObject();
            fields.word("version", "1.2");
            fields.object("creator", () -> {
                fields.word("name", "Sightglass");
                fields.word("version", version);
            });
            json.writeName("entries");
            json.writeStartArray();
        }

        @Override
        public void write(RecordedExchange exchange) throws IOException {
            guarded(() -> entries.write(exchange));
        }

        @Override
        public void close() throws IOException {
            guarded(this::end);
            out.write('\n');
            out.flush();
        }

        private void end() {
            if (!json.isClosed()) {
                json.writeEndArray();
                json.writeEndObject();
                json.writeEndObject();
            }
            json.close();
        }

        private static void guarded(Runnable work) throws IOException {
            try {
                work.run();
            } catch (JacksonException e) {
                throw new IOException(e.getOriginalMessage(), e);
            }
        }
    }
}
