package dev.sightglass.engine.server;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.util.ArrayList;
import java.util.List;

/** Between the server's own values and the model's. */
final class Heads {
    private Heads() {}

    static RequestHead request(HttpServerExchange serverExchange) {
        List<Header> headers = new ArrayList<>();
        for (HeaderValues values : serverExchange.getRequestHeaders())
            for (String value : values)
                headers.add(new Header(values.getHeaderName().toString(), value));
        String query = serverExchange.getQueryString();
        String uri = query.isEmpty() ? serverExchange.getRequestURI() : serverExchange.getRequestURI() + "?" + query;
        return new RequestHead(serverExchange.getRequestMethod().toString(), uri, new Headers(headers));
    }

    static void respond(HttpServerExchange serverExchange, int status, Headers headers) {
        serverExchange.setStatusCode(status);
        for (Header header : headers.list())
            serverExchange.getResponseHeaders().add(new HttpString(header.name()), header.value());
    }

    static String clientAddress(HttpServerExchange serverExchange) {
        var source = serverExchange.getSourceAddress();
        return source == null || source.getAddress() == null
                ? ""
                : source.getAddress().getHostAddress();
    }
}
