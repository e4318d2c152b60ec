package dev.sightglass.engine.credential;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Asks a token service over HTTP and reads its answer. */
final class TokenRequest {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private TokenRequest() {}

    /** A form posted to Entra ID's token endpoint. */
    static AccessToken post(URI uri, Map<String, String> form) throws CredentialMissing, InterruptedException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    static AccessToken get(URI uri, String header, String value) throws CredentialMissing, InterruptedException {
        return send(HttpRequest.newBuilder(uri).header(header, value).GET());
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A token as the services write it. */
    static AccessToken read(String json, Instant now) throws CredentialMissing {
        try {
            JsonNode answer = Json.tree(json);
            String token = answer.path("access_token")
                    .asString(answer.path("accessToken").asString(""));
            if (token.isEmpty()) throw new CredentialMissing(error(answer));
            return new AccessToken(token, expiry(answer, now));
        } catch (MalformedJson e) {
            throw new CredentialMissing("it answered with something that is no JSON");
        }
    }

    private static AccessToken send(HttpRequest.Builder request) throws CredentialMissing, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<String> response =
                    client.send(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString());
            return read(response.body(), Instant.now());
        } catch (IOException e) {
            String message = e.getMessage() == null ? "no connection" : e.getMessage();
            throw new CredentialMissing("it cannot be reached (" + message + ")");
        }
    }

    private static String error(JsonNode answer) {
        String said =
                answer.path("error_description").asString(answer.path("error").asString(""));
        String line = said.lines().findFirst().orElse("");
        return line.isEmpty() ? "it gave no token" : "it refused: " + line;
    }

    /** The services tell the end as seconds from now, or as seconds since 1970, as a number or as text. */
    private static Instant expiry(JsonNode answer, Instant now) throws CredentialMissing {
        String at = text(answer.path("expires_on"));
        String in = text(answer.path("expires_in"));
        try {
            if (!at.isEmpty()) return Instant.ofEpochSecond(Long.parseLong(at));
            return now.plusSeconds(Long.parseLong(in));
        } catch (NumberFormatException _) {
            throw new CredentialMissing("its token has no time of expiry");
        }
    }

    private static String text(JsonNode node) {
        return node.isNumber() ? Long.toString(node.asLong()) : node.asString("");
    }
}
