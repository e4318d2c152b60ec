package dev.sightglass.engine.export.curl;

import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.ExportWriter;
import dev.sightglass.engine.export.RecordedExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** curl commands for a POSIX shell: what the client sent to the proxy, and what the proxy sent to Azure. */
public final class CurlFormat implements ExportFormat {
    @Override
    public String id() {
        return "curl";
    }

    @Override
    public String title() {
        return "cURL (commands to send again)";
    }

    @Override
    public String extension() {
        return "sh";
    }

    @Override
    public ExportWriter open(OutputStream out, ExportOptions options) {
        return new Writer(out, options);
    }

    private record Writer(OutputStream out, ExportOptions options) implements ExportWriter {
        @Override
        public void write(RecordedExchange exchange) throws IOException {
            String text = new CurlExchange(exchange, options).text();
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
