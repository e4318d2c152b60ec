package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.upstream.DownstreamError;
import dev.sightglass.engine.upstream.azure.Golden;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Golden files of error responses: a head with the status in its first line, and a body. */
final class ErrorGolden {
    private ErrorGolden() {}

    static ResponseHead head(Golden golden) {
        List<String> lines = golden.text("head.txt").lines().toList();
        List<Header> headers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(": ", 2);
            headers.add(new Header(parts[0], parts[1]));
        }
        return new ResponseHead(Integer.parseInt(lines.getFirst()), new Headers(headers));
    }

    static String text(DownstreamError error) {
        StringBuilder text = new StringBuilder().append(error.status()).append('\n');
        error.headers()
                .list()
                .forEach(h ->
                        text.append(h.name()).append(": ").append(h.value()).append('\n'));
        text.append(error.type()).append(" code ").append(error.code()).append('\n');
        return text.append(new String(error.body(), StandardCharsets.UTF_8))
                .append('\n')
                .toString();
    }
}
