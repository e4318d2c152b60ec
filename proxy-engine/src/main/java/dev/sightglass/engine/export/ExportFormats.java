package dev.sightglass.engine.export;

import dev.sightglass.engine.export.curl.CurlExchange;
import dev.sightglass.engine.export.har.HarFormat;
import dev.sightglass.engine.export.json.JsonFormat;
import dev.sightglass.engine.export.json.RecordLine;
import dev.sightglass.engine.export.markdown.MarkdownExchange;
import java.util.List;
import java.util.Optional;

/** All export formats. */
public final class ExportFormats {
    /** One object a line. */
    public static final ExportFormat JSON_LINES =
            new PieceFormat("jsonl", "JSON Lines (one record a line)", "jsonl", RecordLine::write);

    /** For a POSIX shell: what the client sent to the proxy, and what the proxy sent to Azure. */
    public static final ExportFormat CURL =
            PieceFormat.ofTexts("curl", "cURL (commands to send again)", "sh", CurlExchange::of);

    /** The facts as a list, then the newest messages and the answer. */
    public static final ExportFormat MARKDOWN =
            PieceFormat.ofTexts("markdown", "Markdown (to read)", "md", MarkdownExchange::of);

    /** In the order in which they are offered. */
    public static final List<ExportFormat> ALL = List.of(new JsonFormat(), JSON_LINES, new HarFormat(), CURL, MARKDOWN);

    private ExportFormats() {}

    public static Optional<ExportFormat> byId(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}
