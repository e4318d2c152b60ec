package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.TranslationNote;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What goes to Azure.
 *
 * @param headers all headers but the credential, Host and Content-Length
 * @param notes what was not carried over as it was
 * @param toolNames names as sent to Azure, by them the client's own where they differ; for translating the answer back
 */
public record UpstreamRequest(
        URI uri, Headers headers, byte[] body, List<TranslationNote> notes, Map<String, String> toolNames) {
    public UpstreamRequest {
        notes = List.copyOf(notes);
        toolNames = Map.copyOf(toolNames);
    }
}
