package dev.sightglass.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client for tests of the simulator itself. */
public final class SimulatorClient {
    public static final String CLASSIC = "/openai/deployments/gpt-4.1/chat/completions?api-version=2025-01-01-preview";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AzureSimulator azure;

    public SimulatorClient(AzureSimulator azure) {
        this.azure = azure;
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path, body), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<Stream<String>> open(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path, body), HttpResponse.BodyHandlers.ofLines());
    }

    public HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(azure.baseUri() + path))
                .header("api-key", azure.key())
                .header("x-api-key", azure.key())
                .header("anthropic-version", "2023-06-01")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    public HttpClient http() {
        return http;
    }

    /** The data of each event, comments and names left out. */
    public static List<String> data(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(5).strip())
                .toList();
    }

    /** The events' data as JSON, without the end mark. */
    public static List<JsonNode> events(String stream) {
        return data(stream).stream()
                .filter(data -> !data.equals("[DONE]"))
                .map(SimulatorClient::json)
                .toList();
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
