package dev.sightglass.app.claude;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every Messages request with one streamed sentence, and remembers the requests. */
final class FakeMessagesApi implements AutoCloseable {

    static final String SENTENCE = "A voice from the loopback.";

    private static final String STREAM = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m",\
            "content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"%s"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},\
            "usage":{"output_tokens":6}}

            event: message_stop
            data: {"type":"message_stop"}

            """.formatted(SENTENCE);

    /** What a request showed of itself. */
    record Seen(String method, String path, String apiKey, String authorization) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    FakeMessagesApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/anything");
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void answer(HttpExchange serverExchange) throws IOException {
        try (serverExchange) {
            serverExchange.getRequestBody().readAllBytes();
            var headers = serverExchange.getRequestHeaders();
            seen.add(new Seen(
                    serverExchange.getRequestMethod(),
                    serverExchange.getRequestURI().getPath(),
                    String.valueOf(headers.getFirst("x-api-key")),
                    String.valueOf(headers.getFirst("Authorization"))));
            if (!serverExchange.getRequestMethod().equals("POST")) {
                serverExchange.sendResponseHeaders(200, -1);
                return;
            }
            serverExchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            serverExchange.sendResponseHeaders(200, 0);
            serverExchange.getResponseBody().write(STREAM.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
