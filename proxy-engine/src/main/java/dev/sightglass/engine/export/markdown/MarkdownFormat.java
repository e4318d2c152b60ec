package dev.sightglass.engine.export.markdown;

import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Exchanges as Markdown: the facts as a list, then the newest messages and the answer. */
public final class MarkdownFormat implements ExportFormat {
    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public String title() {
        return "Markdown (to read)";
    }

    @Override
    public String extension() {
        return "md";
    }

    @Override
    public ExportWriter open(OutputStream out, ExportOptions options) {
        return new Writer(out, options);
    }

    private record Writer(OutputStream out, ExportOptions options) implements ExportWriter {
        @Override
        public void write(RecordedExchange exchange) throws IOException {
            String text = new MarkdownExchange(exchange, options).text();
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
