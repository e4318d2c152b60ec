package dev.sightglass.engine.server;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.pipeline.Rejection;
import dev.sightglass.engine.settings.AuthMode;
import dev.sightglass.engine.settings.EngineSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The token that a client must show, where one is set: as a part of the path, or as its key where the key is not Azure's. */
final class Admission {
    private static final String BEARER = "Bearer ";

    private final @Nullable String token;
    private final boolean keyIsAzures;

    Admission(EngineSettings settings) {
        token = settings.listen().token();
        keyIsAzures = settings.azure().effectiveAuth() == AuthMode.CLIENT;
    }

    boolean required() {
        return token != null;
    }

    /** Why the request may not come in; empty when it shows the token, or none is set. */
    Optional<Rejection> refusal(RequestHead head) {
        if (token == null
                || Stream.concat(pathParts(head.uri()), keys(head.headers())).anyMatch(this::isToken))
            return Optional.empty();
        return Optional.of(new Rejection(
                401,
                AnthropicErrors.AUTHENTICATION,
                "token",
                "This proxy wants its token: use the whole address that it shows as ANTHROPIC_BASE_URL"
                        + (keyIsAzures ? "." : ", or send the token as the key.")));
    }

    /** Takes the same time however much of it is right. */
    private boolean isToken(String shown) {
        return token != null && MessageDigest.isEqual(bytes(shown), bytes(token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> pathParts(String uri) {
        int query = uri.indexOf('?');
        return Arrays.stream((query < 0 ? uri : uri.substring(0, query)).split("/", -1));
    }

    private Stream<String> keys(Headers headers) {
        if (keyIsAzures) return Stream.empty();
        Stream<String> bearer = headers.stream("authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()));
        return Stream.concat(headers.stream("x-api-key"), bearer).map(String::strip);
    }
}
