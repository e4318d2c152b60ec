package dev.sightglass.engine.export;

import java.io.Closeable;
import java.io.IOException;

/** Writes one document, exchange by exchange; holds no more than one exchange at a time. One thread. */
public interface ExportWriter extends Closeable {
    void write(RecordedExchange exchange) throws IOException;

    /** Ends the document and flushes it; the stream below stays open. */
    @Override
    void close() throws IOException;
}
