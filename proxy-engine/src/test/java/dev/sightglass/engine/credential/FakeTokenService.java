package dev.sightglass.engine.credential;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives out tokens as Entra ID and the metadata services do, and remembers how it was asked. */
final class FakeTokenService implements AutoCloseable {
    /** @param headers of the request, names in lower case, one a line */
    record Asked(String method, String uri, String headers, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    FakeTokenService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void refuse() {
        status = 401;
    }

    private void answer(HttpExchange serverExchange) throws IOException {
        StringBuilder headers = new StringBuilder();
        serverExchange
                .getRequestHeaders()
                .forEach((name, values) -> headers.append(name.toLowerCase(java.util.Locale.ROOT))
                        .append(": ")
                        .append(String.join(",", values))
                        .append('\n'));
        String body = new String(serverExchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                serverExchange.getRequestMethod(),
                serverExchange.getRequestURI().toString(),
                headers.toString(),
                body));
        byte[] answer = (status == 200
                        ? "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"token-" + asked.size()
                                + "\"}"
                        : "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret.\"}")
                .getBytes(StandardCharsets.UTF_8);
        serverExchange.getResponseHeaders().add("content-type", "application/json");
        serverExchange.sendResponseHeaders(status, answer.length);
        serverExchange.getResponseBody().write(answer);
        serverExchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
