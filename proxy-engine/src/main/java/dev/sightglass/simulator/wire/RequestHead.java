package dev.sightglass.simulator.wire;

import java.util.List;
import java.util.Optional;

/**
 * Request line and headers, in the order and the case of the wire.
 *
 * @param target the request target as sent: path and query
 */
public record RequestHead(String method, String target, List<Header> headers) {
    public RequestHead {
        headers = List.copyOf(headers);
    }

    /** First value of a header; names are compared without case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .findFirst();
    }

    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** The query without its question mark; empty when there is none. */
    public String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }
}
