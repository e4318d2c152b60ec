package dev.sightglass.engine.export;

import java.io.IOException;
import java.io.OutputStream;

/** A way to write exchanges down. */
public interface ExportFormat {
    /** The word used on the command line, such as {@code jsonl}. */
    String id();

    /** The name shown to people. */
    String title();

    /** File name extension without the dot. */
    String extension();

    /** Starts a document on a stream, which the writer leaves open when it is closed. */
    ExportWriter open(OutputStream out, ExportOptions options) throws IOException;
}
