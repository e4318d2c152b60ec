package dev.sightglass.engine.export;

import dev.sightglass.engine.export.curl.CurlFormat;
import dev.sightglass.engine.export.har.HarFormat;
import dev.sightglass.engine.export.json.JsonFormat;
import dev.sightglass.engine.export.json.JsonLinesFormat;
import dev.sightglass.engine.export.markdown.MarkdownFormat;
import java.util.List;
import java.util.Optional;

/** All export formats, in the order in which they are offered. */
public final class ExportFormats {
    public static final List<ExportFormat> ALL =
            List.of(new JsonFormat(), new JsonLinesFormat(), new HarFormat(), new CurlFormat(), new MarkdownFormat());

    private ExportFormats() {}

    public static Optional<ExportFormat> byId(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}
