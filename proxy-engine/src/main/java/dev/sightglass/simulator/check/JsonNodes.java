package dev.sightglass.simulator.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parsing of request bodies. */
public final class JsonNodes {
    static final List<JsonNode> NONE = List.of();
    private static final int MAX_STRING = 256 << 20;

    /** Twice the same key is no valid request of ours: it would show a translator that writes a field twice. */
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_STRING)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonNodes() {}

    /** The JSON object in a body; empty when the bytes are not UTF-8, not JSON or not an object. */
    public static Optional<JsonNode> parseObject(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode node = STRICT.readTree(text);
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        }
    }
}
